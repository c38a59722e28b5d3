using System.Globalization;

namespace Tessera.Server.Segments.Explaining;

/// <summary>Amounts of money as sentences show them.</summary>
internal static class MoneyText
{
    /// <summary>£4,310, £77,183.60, SEK 120.50: no cents where there are none, two or more where there are.</summary>
    public static string Of(decimal amount, string currency)
    {
        var sign = amount < 0 ? "−" : "";
        var digits = decimal.Abs(amount);
        var text = decimal.IsInteger(digits)
            ? digits.ToString("N0", CultureInfo.InvariantCulture)
            : digits.ToString("#,##0.00##", CultureInfo.InvariantCulture);
        return sign + Symbol(currency) + text;
    }

    private static string Symbol(string currency) => currency switch
    {
        "GBP" => "£",
        "EUR" => "€",
        "USD" => "$",
        "JPY" => "¥",
        "INR" => "₹",
        _ => $"{currency}\u00A0",
    };
}
