//! Words with a full stop that may or may not end a sentence, as data.

/// A sentence never ends after these: a name or number follows.
pub(super) const NEVER: &[&str] = &[
    "Adj", "Adm", "Amb", "Asst", "Atty", "Brig", "Capt", "Cdr", "Cmdr", "Cmdt", "Col", "Comdr",
    "Cpl", "Cpt", "Dr", "Drs", "Fr", "Gen", "Gens", "Gov", "Govs", "Hon", "Insp", "Lt", "Maj",
    "Messrs", "Mgr", "Mlle", "Mme", "Mmes", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Mx", "Ofc", "Pfc",
    "Pres", "Prof", "Profs", "Pte", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Spc",
    "Supt", "Ste", "Treas", "Vice", "approx", "ca", "cf", "e.g", "i.e", "viz", "vs", "v", "Vs",
    "eg", "ie", "Jos", "Wm", "Geo", "Chas", "Thos", "nr", "resp", "incl", "esp",
];

/// A sentence does not end between these and a number.
pub(super) const BEFORE_NUMBER: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "JAN",
    "FEB", "MAR", "APR", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC", "No", "Nos",
    "NO", "no", "nos", "Nr", "p", "pp", "Art", "Arts", "Sec", "Sect", "Fig", "Figs", "fig", "Vol",
    "vol", "Ch", "ch", "Op", "op", "Para", "para", "Ver", "ver", "Rs", "Mon", "Tue", "Tues", "Wed",
    "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "art", "sec", "par", "ext", "Ext", "Tel", "tel",
    "circa", "c", "b", "d", "r", "est", "Est", "Pub", "Ser", "Rte", "Hwy",
];

/// Of those, the ones that are words without the stop as well, and end a sentence as any word does.
pub(super) const ALSO_WORDS: &[&str] = &[
    "No", "NO", "no", "Art", "art", "Sat", "Sun", "Mon", "Fig", "fig", "Fri", "Wed", "par", "Pub",
    "est", "Op", "ver",
];

/// A sentence ends after these only where a word follows that begins one.
pub(super) const MAY_END: &[&str] = &[
    "Sec", "Sect", "Secs", "Arts", "Figs", "Para", "Ext", "Rte", "Hwy", "Nr", "Inc", "Corp", "Co",
    "Cos", "Ltd", "Bros", "Jr", "Sr", "Esq", "St", "Ave", "Blvd", "Rd", "Pl", "Sq", "Ft", "Dept",
    "Univ", "Assn", "Bldg", "Dist", "Div", "Gov't", "Govt", "Intl", "Int'l", "Natl", "Nat'l",
    "Mfg", "Org", "Tech", "al", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga",
    "Ill", "Ind", "Kan", "Kans", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont",
    "Neb", "Nebr", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis",
    "Wyo", "Ont", "Que", "Alta", "Sask", "Man", "ft", "lb", "lbs", "oz", "sq", "mi", "hr", "hrs",
    "min", "sec", "bn", "mn", "tn", "ed", "eds", "trans", "dept", "govt", "avg", "max", "Plc",
    "plc", "Pty", "Pvt", "PhD", "Ph", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
    "Sept", "Oct", "Nov", "Dec", "Tues", "Thu", "Thur", "Thurs", "Rs", "Nos", "nos", "pp", "p",
    "Vol", "vol",
];

/// Clock times: what follows on them is a day, a zone or a place's time.
pub(super) const TIMES: &[&str] = &["a.m", "p.m", "A.M", "P.M", "am", "pm"];

/// Capitalised words that tell a day, after a clock time.
#[rustfmt::skip]
pub(super) const DAYS: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed",
    "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
    "Sep", "Sept", "Oct", "Nov", "Dec", "Eastern", "Central", "Pacific", "Mountain", "Greenwich", "Korea",
    "Japan", "British", "Moscow", "Beijing",
];

/// Words that begin a sentence, and no name that goes on after an abbreviation.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "A", "About", "Above", "According", "Across", "Added", "After", "Afterward", "Again", "Against", "All",
    "Almost", "Along", "Already", "Also", "Although", "Amid", "Among", "An", "And", "Another", "Any", "Are",
    "Around", "As", "Asked", "At", "Because", "Before", "Behind", "Below", "Besides", "Between", "Beyond",
    "Both", "But", "By", "Can", "Could", "Despite", "Did", "Do", "Does", "Due", "During", "Each", "Earlier",
    "Either", "Even", "Eventually", "Every", "Few", "Finally", "First", "For", "Former", "From", "Further",
    "Given", "Had", "Half", "Has", "Have", "He", "Hence", "Her", "Here", "Hers", "His", "How", "However", "I",
    "If", "In", "Indeed", "Instead", "Into", "Is", "It", "Its", "Just", "Last", "Later", "Like", "Many",
    "Meanwhile", "More", "Moreover", "Most", "Much", "My", "Nearly", "Neither", "Never", "Nevertheless", "Next",
    "No", "None", "Nor", "Not", "Nothing", "Now", "Of", "Often", "On", "Once", "One", "Only", "Or", "Other",
    "Others", "Our", "Out", "Over", "Overall", "People", "Perhaps", "Previously", "Rather", "Recently", "Said",
    "Separately", "Several", "She", "Should", "Similarly", "Since", "So", "Some", "Soon", "Still", "Such",
    "Than", "That", "The", "Their", "Them", "Then", "There", "Therefore", "These", "They", "This", "Those",
    "Though", "Three", "Through", "Throughout", "Thus", "To", "Today", "Together", "Tomorrow", "Tonight", "Too",
    "Two", "Under", "Unless", "Unlike", "Until", "Up", "Upon", "Very", "Was", "We", "Were", "What", "When",
    "Whenever", "Where", "Whereas", "Whether", "Which", "While", "Who", "Whose", "Why", "Will", "With",
    "Within", "Without", "Would", "Yesterday", "Yet", "You", "Your",
];
