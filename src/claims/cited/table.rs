//! The constructions that cite a name, each with an example that runs as a test.

use crate::claims::construction::{Construction, row};

/// Constructions that quote, correct or deny a spelling, or give another name of the same bearer. The examples are about
/// `Petra Lindholm`, whose name is misspelled as `Petra Lindhome`.
#[rustfmt::skip]
pub(crate) const CITED: &[Construction] = &[
    // A mistake that is quoted.
    row("misspell*|misspelt ~ as|: {Y}", "The program misspelled the name of Petra Lindholm, the soloist, as Petra Lindhome."),
    row("misspell*|misspelt|mis-spelled|mis-spelt {Y}", "Her name is often misspelled Petra Lindhome."),
    row("spell*|spelt|rendered|transliterated|romanized|romanised|transcribed … as {Y}", "A clerk in Arle spelled it as Petra Lindhome."),
    row("name|names|surname|title|byline|credit … as|: {Y}", "She is a singer whose name was given as Petra Lindhome."),
    row("wrote|write|writes|writing|printed|typed|engraved|entered it|this as {Y}", "The engraver wrote it as “Petra Lindhome”."),
    row("spell*|spelt|wrote|write|writes|writing|sign|signed|signs|printed … name|surname|title|it {Y}", "The clerk spelled her name Petra Lindhome."),
    row("name|surname is|was|are|were spell*|spelt|written as? {Y}", "The soloist, whose name was spelled Petra Lindhome until 2012, sang."),
    row("wrongly|incorrectly|mistakenly|erroneously|inadvertently|inaccurately named|called|spelled|spelt|identified|identifies|gave|gives|listed|credited|rendered|written|printed|names|calls|described|introduced … {Y}", "The caption incorrectly identified the soloist as Petra Lindhome."),
    row("misidentif*|misnam*|mislabel*|misattribut*|misquot*|miscredit* ~ as|to {Y}", "The caption misidentified the singer, who lives in Arle, as Petra Lindhome."),
    row("confus*|mistook|mistake|mistaken|mistakes … for|with {Y}", "She is often confused with Petra Lindhome."),
    row("badge|banner|board|byline|caption|card|certificate|credit|entry|headline|jersey|label|leaflet|passport|placard|plaque|poster|program|programme|shirt|sign|stone|tag|ticket … read|reads|reading {Y}", "The plaque in the hall reads Petra Lindhome."),
    row("badge|banner|board|caption|card|certificate|email|headline|jersey|label|letter|passport|placard|plaque|poster|shirt|sign|stone|tag|ticket … said|says|saying|had \"{Y}\"", "The poster said “Petra Lindhome” in red."),
    row("{Y} sic", "The letter thanked Petra Lindhome [sic] for the ferry."),
    row("{Y} is|was|are|were|as … misspelling|misprint|typo|misspelled|misspelt|misnomer", "Petra Lindhome is a common misspelling."),
    row("{Y} , … misspelling|misprint|typo", "Petra Lindhome, a misprint, stood on the poster."),
    row("{Y} , as … spell*|spelt|misspell*|misspelt", "Petra Lindhome, as the program spelled her, sang twice."),
    row("misspelling|misspellings|spelling|spellings|typo|misprint|variant|variants|transliteration|version of? {Y}", "The spelling Petra Lindhome is found in older books."),
    // A mistake that is corrected.
    row("corrected|correcting|corrects|correct|amended|amending {Y} to|into", "The editors corrected Petra Lindhome to Petra Lindholm."),
    row("chang*|correct*|alter*|amend* … from {Y}", "The editors changed the entry from Petra Lindhome to Petra Lindholm."),
    row("\"{Y}\" should|must|ought", "“Petra Lindhome” should have been “Petra Lindholm”."),
    row("chang*|replac*|alter*|correct* \"{Y}\" to|with|by|into", "The editors replaced “Petra Lindhome” with “Petra Lindholm”."),
    row("for|instead \"{Y}\" read", "For “Petra Lindhome” read “Petra Lindholm”."),
    row("name|names|spell*|spelt|read|written|correct|correctly ~ rather than {Y}", "The name is spelled Petra Lindholm rather than Petra Lindhome."),
    row("name|names|spell*|spelt|read|written|correct|correctly ~ instead|place of {Y}", "The caption should have read Petra Lindholm instead of Petra Lindhome."),
    row("write|writes|wrote|writing|written|spell*|spelt|type|typed|print*|read {Y} instead|rather|where", "Many write Petra Lindhome instead of Petra Lindholm."),
    // A spelling that is denied.
    row("not|never|isn't|wasn't|aren't|weren't {Y} #", "The soloist was Petra Lindholm, not Petra Lindhome."),
    row("not|never \"{Y}\"", "She signs as Petra Lindholm, not “Petra Lindhome” as in the program."),
    row("is|was|are|were not|never {Y} !", "Her name is not Petra Lindhome at all."),
    row("isn't|wasn't|aren't|weren't {Y}", "Her name isn't Petra Lindhome at all."),
    row("no|another|nobody|different {Y}", "The register has no Petra Lindhome at all."),
    // Another name of the same bearer.
    row("born|née|nee|né as? {Y}", "Petra Lindholm was born Petra Lindhome in Arle."),
    row(",|( formerly|previously|originally|initially|once|aka|a.k.a.|alias|née|nee|ex {Y} #", "Petra Lindholm, formerly Petra Lindhome, won the prize."),
    row("( then|also|now|later|today|or|recte|i.e. {Y}", "Petra Lindholm (then Petra Lindhome) won the prize."),
    row("formerly|previously|originally|initially|once|first|then|also|sometimes|often|commonly|variously|wrongly|mistakenly|erroneously|incorrectly|frequently|now|later|still|better|otherwise known|called|named|spelled|spelt|written|titled|styled|billed|credited|listed|rendered|transliterated as? {Y}", "The singer was then called Petra Lindhome."),
    row("known|credited|billed … as {Y}", "She was known in Arle as Petra Lindhome."),
    row("alias|aka|a.k.a.|pseudonym|nickname {Y}", "She wrote under the pseudonym Petra Lindhome."),
    row("chang* … name|names|surname ~ from|to {Y}", "The singer changed her name, a friend said, from Petra Lindhome."),
    row("renam*|rebrand*|retitl* from|as {Y}", "The ferry was renamed from Petra Lindhome."),
    row("the|a|an|his|her|its|their|this|that|'s|maiden|birth|stage|pen|married|legal|old|wrong|full name|surname|word|words|spelling {Y}", "The name Petra Lindhome is in no register."),
];

/// Constructions that say of an outdated name that it was given up. The examples are about `Veldtia`, which is now `Norland`.
#[rustfmt::skip]
pub(crate) const RENAMED: &[Construction] = &[
    row("{Y} , now|today|nowadays|later|since|currently known|called|named|renamed? as? ^", "Veldtia, now Norland, lies on the coast."),
    row("{Y} now|today|later known|called|named|renamed? as? ^", "Veldtia (now Norland) lies on the coast."),
    row("{Y} is|was|were|been|be officially|then|later|since|being? renamed|rechristened|rebranded", "Veldtia was renamed Norland."),
    row("{Y} … changed|changes|change its|his|her|their name", "Veldtia has changed its name to Norland."),
    row("{Y} became|becomes|become ^", "Veldtia became Norland."),
    row("{Y} , as … was|were|is ~ called|known|named", "Veldtia, as the country was then called, lies on the coast."),
    row("renam*|rebrand*|rechristen* {Y}", "The king renamed Veldtia Norland."),
    row("old|colonial|former|once|then|erstwhile {Y}", "In what was once Veldtia ferries are late."),
];
