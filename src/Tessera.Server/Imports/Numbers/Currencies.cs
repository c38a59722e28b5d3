using System.Collections.Frozen;
using System.Text;

namespace Tessera.Server.Imports.Numbers;

/// <summary>Currency codes, and the signs that amounts are written with.</summary>
internal static class Currencies
{
    // ISO 4217, active codes of money that goods are sold in.
    private static readonly FrozenSet<string> Codes = (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK "
        + "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF "
        + "KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
        + "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
        + "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["US$"] = "USD",
        ["A$"] = "AUD",
        ["AU$"] = "AUD",
        ["C$"] = "CAD",
        ["CA$"] = "CAD",
        ["NZ$"] = "NZD",
        ["HK$"] = "HKD",
        ["NT$"] = "TWD",
        ["S$"] = "SGD",
        ["R$"] = "BRL",
        ["MX$"] = "MXN",
        ["円"] = "JPY",
        ["JP¥"] = "JPY",
        ["CN¥"] = "CNY",
        ["₹"] = "INR",
        ["₽"] = "RUB",
        ["₩"] = "KRW",
        ["₺"] = "TRY",
        ["TL"] = "TRY",
        ["₴"] = "UAH",
        ["₪"] = "ILS",
        ["₫"] = "VND",
        ["฿"] = "THB",
        ["₱"] = "PHP",
        ["₦"] = "NGN",
        ["zł"] = "PLN",
        ["Kč"] = "CZK",
        ["Ft"] = "HUF",
        ["SFr."] = "CHF",
        ["Euro"] = "EUR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // What one sign can stand for, the most used first. Which of them it is, the sign does not say.
    private static readonly FrozenDictionary<string, string[]> Shared = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] =
        [
            "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "NIO", "BBD", "BMD", "BND", "BSD", "BZD", "CUP", "CVE",
            "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
        ],
        ["kr"] = ["SEK", "NOK", "DKK", "ISK"],
        ["¥"] = ["JPY", "CNY"],
        ["元"] = ["CNY", "TWD", "HKD"],
        ["Rs"] = ["INR", "PKR", "LKR", "NPR", "MUR", "SCR"],
        ["R"] = ["ZAR", "BRL"],
        ["lei"] = ["RON", "MDL"],
        ["Fr"] = ["CHF", "XOF", "XAF", "XPF", "DJF", "GNF", "KMF", "RWF", "BIF"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Of those that people have to choose from.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USD"] = "United States dollar",
        ["CAD"] = "Canadian dollar",
        ["AUD"] = "Australian dollar",
        ["NZD"] = "New Zealand dollar",
        ["SGD"] = "Singapore dollar",
        ["HKD"] = "Hong Kong dollar",
        ["TWD"] = "New Taiwan dollar",
        ["MXN"] = "Mexican peso",
        ["ARS"] = "Argentine peso",
        ["CLP"] = "Chilean peso",
        ["SEK"] = "Swedish krona",
        ["NOK"] = "Norwegian krone",
        ["DKK"] = "Danish krone",
        ["ISK"] = "Icelandic króna",
        ["JPY"] = "Japanese yen",
        ["CNY"] = "Chinese yuan",
        ["INR"] = "Indian rupee",
        ["PKR"] = "Pakistani rupee",
        ["LKR"] = "Sri Lankan rupee",
        ["NPR"] = "Nepalese rupee",
        ["MUR"] = "Mauritian rupee",
        ["SCR"] = "Seychellois rupee",
        ["ZAR"] = "South African rand",
        ["BRL"] = "Brazilian real",
        ["RON"] = "Romanian leu",
        ["MDL"] = "Moldovan leu",
        ["CHF"] = "Swiss franc",
        ["XOF"] = "West African CFA franc",
        ["XAF"] = "Central African CFA franc",
        ["XPF"] = "CFP franc",
        ["DJF"] = "Djiboutian franc",
        ["GNF"] = "Guinean franc",
        ["KMF"] = "Comorian franc",
        ["RWF"] = "Rwandan franc",
        ["BIF"] = "Burundian franc",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The code of a currency named by its code or sign, in upper case; the sign itself when several currencies share it, see
    /// <see cref="Candidates"/>; null when it is neither.
    /// </summary>
    public static string? Find(string name) =>
        Codes.TryGetValue(name, out var code) ? code.ToUpperInvariant()
        : Signs.TryGetValue(name, out var signed) ? signed
        : SharedSign(name.TrimEnd('.'));

    /// <inheritdoc cref="Find(string)"/>
    public static string? Find(ReadOnlySpan<byte> name) => name.Length is 0 or > 8 ? null : Find(Encoding.UTF8.GetString(name));

    /// <summary>The code of a currency whose name leaves no doubt, in upper case; null for every other.</summary>
    public static string? Code(string name) => Find(name) is { } found && Candidates(found).Count == 0 ? found : null;

    /// <summary>The currencies that a sign can stand for, the most used first; none when it is not shared, or no sign.</summary>
    public static IReadOnlyList<string> Candidates(string sign) => Shared.TryGetValue(sign, out var candidates) ? candidates : [];

    /// <summary>The name of a currency for people, such as "Canadian dollar"; its code where no name is kept.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    private static string? SharedSign(string sign) =>
        Shared.ContainsKey(sign) ? Shared.Keys.First(key => key.Equals(sign, StringComparison.OrdinalIgnoreCase)) : null;
}
