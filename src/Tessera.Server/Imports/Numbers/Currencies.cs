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

    // A sign that several countries use stands for the largest of them; reports name the currency that was understood.
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["$"] = "USD",
        ["US$"] = "USD",
        ["A$"] = "AUD",
        ["AU$"] = "AUD",
        ["C$"] = "CAD",
        ["CA$"] = "CAD",
        ["NZ$"] = "NZD",
        ["HK$"] = "HKD",
        ["S$"] = "SGD",
        ["R$"] = "BRL",
        ["MX$"] = "MXN",
        ["¥"] = "JPY",
        ["円"] = "JPY",
        ["元"] = "CNY",
        ["CN¥"] = "CNY",
        ["₹"] = "INR",
        ["Rs"] = "INR",
        ["Rs."] = "INR",
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
        ["lei"] = "RON",
        ["Fr."] = "CHF",
        ["SFr."] = "CHF",
        ["kr"] = "SEK",
        ["kr."] = "DKK",
        ["Euro"] = "EUR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a currency named by its code or sign, in upper case; null when it is neither.</summary>
    public static string? Find(string name) =>
        Codes.TryGetValue(name, out var code) ? code.ToUpperInvariant()
        : Signs.TryGetValue(name, out var signed) ? signed
        : null;

    /// <inheritdoc cref="Find(string)"/>
    public static string? Find(ReadOnlySpan<byte> name) => name.Length is 0 or > 8 ? null : Find(Encoding.UTF8.GetString(name));
}
