//! Every unit that is not a currency.

use super::Dimension::{
    Area, Data, Duration, Energy, Length, Mass, Percent, PercentagePoint, Power, Speed,
    Temperature, Volume, Year,
};
use super::{Dimension, Entry, Unit, dec};

use rust_decimal::Decimal;

const fn entry(
    code: &'static str,
    dimension: Dimension,
    per_base: Decimal,
    signs: &'static str,
    names: &'static str,
) -> Entry {
    degrees(code, dimension, per_base, Decimal::ZERO, signs, names)
}

const fn degrees(
    code: &'static str,
    dimension: Dimension,
    per_base: Decimal,
    offset: Decimal,
    signs: &'static str,
    names: &'static str,
) -> Entry {
    Entry {
        unit: Unit {
            code,
            dimension,
            per_base,
            offset,
        },
        signs,
        names,
    }
}

const ONE: Decimal = Decimal::ONE;

#[rustfmt::skip]
pub(super) static MEASURES: &[Entry] = &[
    entry("year", Year, ONE, "", ""),
    entry("%", Percent, ONE, "% ％ 퍼센트 pc", "percent*, per cent, pct, pct., percentage"),
    entry("pp", PercentagePoint, ONE, "pp ppt pps %p %P 퍼센트포인트 %포인트",
        "percentage point*, percent point*, per cent point*, pct point*, % point*"),
    entry("bp", PercentagePoint, dec(1, 2), "bp bps", "basis point*"),

    entry("mm", Length, dec(1, 3), "mm", "millimeter*, millimetre*"),
    entry("cm", Length, dec(1, 2), "cm", "centimeter*, centimetre*"),
    entry("m", Length, ONE, "m 미터", "meter*, metre*"),
    entry("km", Length, dec(1_000, 0), "km kms KM Km 킬로미터", "kilometer*, kilometre*, km, kms"),
    entry("in", Length, dec(254, 4), "in ″", "inch, inches"),
    entry("ft", Length, dec(3_048, 4), "ft ft. ′", "foot, feet"),
    entry("yd", Length, dec(9_144, 4), "yd yds", "yard*"),
    entry("mi", Length, dec(1_609_344, 3), "mi", "mile*"),
    entry("nmi", Length, dec(1_852, 0), "nmi", "nautical mile*"),
    entry("ly", Length, dec(9_460_730_472_580_800, 0), "ly", "light year*"),

    entry("mg", Mass, dec(1, 6), "mg", "milligram*, milligramme*"),
    entry("g", Mass, dec(1, 3), "g", "gram*, gramme*"),
    entry("kg", Mass, ONE, "kg kgs Kg KG 킬로그램", "kilogram*, kilogramme*, kilo*, kg, kgs"),
    entry("t", Mass, dec(1_000, 0), "t 톤", "tonne*, metric ton*, metric tonne*"),
    // British copy means 1,016 kg by it; the American ton is the commoner one
    entry("tons", Mass, dec(90_718_474, 5), "", "ton*, short ton*"),
    entry("long tons", Mass, dec(10_160_469_088, 7), "", "long ton*, imperial ton*"),
    entry("oz", Mass, dec(28_349_523_125, 12), "oz", "ounce*, troy ounce*"),
    entry("st", Mass, dec(635_029_318, 8), "st", "stone*"),
    entry("lb", Mass, dec(45_359_237, 8), "lb lbs lb. lbs.", "pound*"),

    entry("cm²", Area, dec(1, 4), "cm² cm2", "square centimeter*, square centimetre*, sq cm"),
    entry("m²", Area, ONE, "m² m2 sqm ㎡", "square meter*, square metre*, sq m, sq. m, sq meter*, sq metre*"),
    entry("km²", Area, dec(1_000_000, 0), "km² km2 ㎢",
        "square kilometer*, square kilometre*, sq km, sq. km, sq kms, sq kilometer*, sq kilometre*, square km"),
    entry("ha", Area, dec(10_000, 0), "ha", "hectare*"),
    entry("ft²", Area, dec(9_290_304, 8), "ft² ft2 sqft", "square foot, square feet, sq ft, sq. ft, sq. ft., sq foot, sq feet"),
    entry("yd²", Area, dec(83_612_736, 8), "yd²", "square yard*"),
    entry("acres", Area, dec(40_468_564_224, 7), "", "acre*"),
    entry("mi²", Area, dec(2_589_988_110_336, 6), "mi² mi2", "square mile*, sq mi, sq. mi, sq mile*"),

    entry("ml", Volume, dec(1, 3), "ml mL", "milliliter*, millilitre*"),
    entry("cl", Volume, dec(1, 2), "cl cL", "centiliter*, centilitre*"),
    entry("l", Volume, ONE, "L l", "liter*, litre*"),
    entry("m³", Volume, dec(1_000, 0), "m³ m3", "cubic meter*, cubic metre*, cu m, cu. m"),
    entry("km³", Volume, dec(1_000_000_000_000, 0), "km³ km3", "cubic kilometer*, cubic kilometre*"),
    entry("ft³", Volume, dec(28_316_846_592, 9), "ft³", "cubic foot, cubic feet, cu ft, cu. ft."),
    entry("tsp", Volume, dec(492_892_159_375, 14), "tsp", "teaspoon*"),
    entry("tbsp", Volume, dec(1_478_676_478_125, 14), "tbsp", "tablespoon*"),
    entry("pints", Volume, dec(473_176_473, 9), "", "pint*"),
    entry("gal", Volume, dec(3_785_411_784, 9), "gal", "gallon*, u.s. gallon*, us gallon*"),
    entry("barrels", Volume, dec(158_987_294_928, 9), "bbl bpd", "barrel*"),

    entry("m/s", Speed, ONE, "m/s mps", "meter* per second, metre* per second, meter* a second, metre* a second"),
    entry("km/h", Speed, dec(2_777_777_777_777_777_777_777_777_778, 28), "km/h kph kmh kmph km/hr kmh-1",
        "kilometer* per hour, kilometre* per hour, kilometer* an hour, kilometre* an hour, km per hour, km an hour"),
    entry("km/s", Speed, dec(1_000, 0), "km/s kps",
        "kilometer* per second, kilometre* per second, kilometer* a second, kilometre* a second"),
    entry("mph", Speed, dec(44_704, 5), "mph", "mile* per hour, mile* an hour"),
    entry("ft/s", Speed, dec(3_048, 4), "ft/s fps", "foot per second, feet per second, feet a second"),
    entry("kn", Speed, dec(5_144_444_444_444_444_444_444_444_444, 28), "kn kt kts", "knot*"),

    degrees("°C", Temperature, ONE, dec(27_315, 2), "°C ℃ C",
        "degree* celsius, degree* centigrade, degree* c, celsius, ° c, ° celsius"),
    degrees("°F", Temperature, dec(5_555_555_555_555_555_555_555_555_556, 28),
        dec(2_553_722_222_222_222_222_222_222_222, 25), "°F ℉ F",
        "degree* fahrenheit, degree* f, fahrenheit, ° f, ° fahrenheit"),
    entry("K", Temperature, ONE, "", "kelvin*, degree* kelvin"),

    entry("ms", Duration, dec(1, 3), "ms", "millisecond*"),
    entry("seconds", Duration, ONE, "sec secs 초", "second*, sec, secs"),
    entry("minutes", Duration, dec(60, 0), "min mins", "minute*, min, mins"),
    entry("hours", Duration, dec(3_600, 0), "h hr hrs 시간", "hour*, hr, hrs"),
    entry("days", Duration, dec(86_400, 0), "", "day*"),
    entry("weeks", Duration, dec(604_800, 0), "", "week*, wk, wks"),
    entry("fortnights", Duration, dec(1_209_600, 0), "", "fortnight*"),
    entry("months", Duration, dec(2_629_746, 0), "개월", "month*"),
    entry("years", Duration, dec(31_556_952, 0), "yr yrs", "year*, yr, yrs, year* of age"),
    entry("decades", Duration, dec(315_569_520, 0), "", "decade*"),
    entry("centuries", Duration, dec(3_155_695_200, 0), "", "century, centuries"),
    entry("millennia", Duration, dec(31_556_952_000, 0), "", "millennium, millennia, millenniums"),

    entry("W", Power, ONE, "W", "watt*"),
    entry("kW", Power, dec(1_000, 0), "kW", "kilowatt*"),
    entry("MW", Power, dec(1_000_000, 0), "MW MWe", "megawatt*"),
    entry("GW", Power, dec(1_000_000_000, 0), "GW", "gigawatt*"),
    entry("TW", Power, dec(1_000_000_000_000, 0), "TW", "terawatt*"),
    entry("hp", Power, dec(745_699_872, 6), "hp bhp", "horsepower"),

    entry("J", Energy, ONE, "J", "joule*"),
    entry("kJ", Energy, dec(1_000, 0), "kJ", "kilojoule*"),
    entry("MJ", Energy, dec(1_000_000, 0), "MJ", "megajoule*"),
    entry("kWh", Energy, dec(3_600_000, 0), "kWh KWh kwh", "kilowatt hour*"),
    entry("MWh", Energy, dec(3_600_000_000, 0), "MWh", "megawatt hour*"),
    entry("GWh", Energy, dec(3_600_000_000_000, 0), "GWh", "gigawatt hour*"),
    entry("TWh", Energy, dec(3_600_000_000_000_000, 0), "TWh", "terawatt hour*"),
    entry("kcal", Energy, dec(4_184, 0), "kcal", "calorie*, kilocalorie*"),

    entry("bits", Data, dec(125, 3), "", "bit*"),
    entry("kbit", Data, dec(125, 0), "kbit kbits", "kilobit*"),
    entry("Mbit", Data, dec(125_000, 0), "Mbit Mbits", "megabit*"),
    entry("Gbit", Data, dec(125_000_000, 0), "Gbit Gbits", "gigabit*"),
    entry("bytes", Data, ONE, "B", "byte*"),
    entry("kB", Data, dec(1_000, 0), "kB KB", "kilobyte*"),
    entry("MB", Data, dec(1_000_000, 0), "MB", "megabyte*"),
    entry("GB", Data, dec(1_000_000_000, 0), "GB", "gigabyte*"),
    entry("TB", Data, dec(1_000_000_000_000, 0), "TB", "terabyte*"),
    entry("PB", Data, dec(1_000_000_000_000_000, 0), "PB", "petabyte*"),
    entry("EB", Data, dec(1_000_000_000_000_000_000, 0), "EB", "exabyte*"),
    // IEC 80000-13
    entry("KiB", Data, dec(1 << 10, 0), "KiB kiB", "kibibyte*"),
    entry("MiB", Data, dec(1 << 20, 0), "MiB", "mebibyte*"),
    entry("GiB", Data, dec(1 << 30, 0), "GiB", "gibibyte*"),
    entry("TiB", Data, dec(1 << 40, 0), "TiB", "tebibyte*"),
    entry("PiB", Data, dec(1 << 50, 0), "PiB", "pebibyte*"),
];
