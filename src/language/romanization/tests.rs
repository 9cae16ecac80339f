use super::*;

/// The cost at which two spellings are one name, by the scheme of the first.
fn cost(a: &str, b: &str) -> Option<u8> {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (a.split([' ', '-']).collect(), b.split([' ', '-']).collect());
    let mut reader = Reader::default();
    let scheme = Scheme::ALL
        .into_iter()
        .find(|scheme| scheme.claims(&a, &mut reader))?;
    let (a, b) = (reader.readings(scheme, &a)?, reader.readings(scheme, &b)?);
    let pairs = a
        .readings
        .iter()
        .flat_map(|x| b.readings.iter().map(move |y| (x, y)));
    pairs
        .filter(|(x, y)| x.key == y.key)
        .map(|(x, y)| x.cost + y.cost)
        .min()
}

#[test]
fn one_name() {
    for (a, b) in [
        ("lee jae myung", "yi chae-myong"),
        ("ahn gyu-back", "an kyu-paek"),
        ("park geun-hye", "bak geun-hye"),
        ("roh moo-hyun", "no mu-hyeon"),
        ("xi jinping", "hsi chin-ping"),
        ("deng xiaoping", "teng hsiao-ping"),
        ("mao zedong", "mao tse-tung"),
        ("shinzo abe", "shinzou abe"),
        ("yuriko koike", "yuriko koike"),
        ("volodymyr zelensky", "volodymyr zelenskyy"),
        ("sergei lavrov", "sergey lavrov"),
        ("yevgeny prigozhin", "evgenii prigozhin"),
        ("mohammed bin salman", "muhammad bin salman"),
        ("muammar gaddafi", "moammar qadhafi"),
        ("bashar al-assad", "bashar al-asad"),
        ("gyeongju", "kyongju"),
        ("busan", "pusan"),
    ] {
        assert!(
            cost(a, b).is_some_and(|cost| cost <= 1),
            "{a} = {b}: {:?}",
            cost(a, b)
        );
    }
}

#[test]
fn two_names() {
    for (a, b) in [
        ("lee jae myung", "lee jae-yong"),
        ("kim jong un", "kim jong il"),
        ("kim jae-yeon", "kim jae-yun"),
        ("seo young-kyo", "seo yong-gyo"),
        ("xi jinping", "xi jiping"),
        ("li keqiang", "li keqing"),
        ("mohammed bin salman", "mahmoud bin salman"),
        ("saddam hussein", "saddam hassan"),
        ("vladimir putin", "volodymyr putin"),
    ] {
        assert!(
            cost(a, b).is_none_or(|cost| cost > 1),
            "{a} ≠ {b}: {:?}",
            cost(a, b)
        );
    }
}
