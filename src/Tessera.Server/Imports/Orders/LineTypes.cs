using System.Collections.Frozen;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Orders;

/// <summary>Recognises what a line is about by its product code and description: goods, postage, a fee, a discount …</summary>
internal static class LineTypes
{
    public const string Product = "product";
    public const string Postage = "postage";
    public const string Discount = "discount";
    public const string Fee = "fee";
    public const string Commission = "commission";
    public const string Manual = "manual";
    public const string Samples = "samples";
    public const string Voucher = "voucher";
    public const string BadDebt = "bad-debt";
    public const string Stock = "stock";

    /// <summary>Every type, in the order in which reports list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Product, Postage, Discount, Fee, Commission, Manual, Samples, Voucher, BadDebt, Stock];

    // Codes and whole descriptions, by their letters and digits. A description says more than a code, so it is asked first.
    private static readonly FrozenDictionary<string, string> Descriptions = Table(
        (Postage, [
            "postage", "shipping", "delivery", "carriage", "dotcom postage", "freight", "shipping cost", "shipping costs", "shipping fee", "delivery charge", "delivery fee",
            "postage and packing", "Versand", "Versandkosten", "Porto", "Lieferkosten", "frais de port", "livraison", "frais de livraison", "gastos de envío", "envío", "spese di spedizione", "spedizione", "verzendkosten"]),
        (Discount, ["discount", "order discount", "coupon", "promotion", "rebate", "Rabatt", "Gutscheinrabatt", "Nachlass", "remise", "réduction", "descuento", "sconto", "korting"]),
        (Fee, ["bank charges", "bank charge", "bank fee", "amazon fee", "amazon fees", "ebay fee", "paypal fee", "transaction fee", "marketplace fee", "Bankgebühren", "Gebühr", "frais bancaires"]),
        (Commission, ["cruk commission", "commission", "charity donation", "Provision"]),
        (Manual, ["manual", "manual entry", "manual adjustment"]),
        (Samples, ["samples", "sample", "Muster", "échantillons"]),
        (BadDebt, ["adjust bad debt", "bad debt", "write off", "Forderungsausfall"]),
        (Voucher, ["gift card", "gift voucher", "gift certificate", "voucher", "Geschenkgutschein", "Gutschein", "carte cadeau", "chèque cadeau", "tarjeta regalo", "buono regalo", "cadeaubon"]));

    // Codes that cannot be a product's by chance. One-letter codes (M, D, S, B) are recognised by their descriptions only.
    private static readonly FrozenDictionary<string, string> Codes = Table(
        (Postage, ["POST", "POSTAGE", "SHIPPING", "SHIP", "DELIVERY", "CARRIAGE", "FREIGHT", "VERSAND", "PORTO", "DOT", "C2"]),
        (Discount, ["DISCOUNT", "COUPON", "RABATT"]),
        (Fee, ["BANK CHARGES", "BANKCHARGES", "AMAZONFEE", "EBAYFEE", "PAYPALFEE"]),
        (Commission, ["CRUK"]),
        (Manual, ["MANUAL"]),
        (Samples, ["SAMPLES"]),
        (Voucher, ["GIFTCARD", "GIFT CARD", "GIFTVOUCHER", "VOUCHER"]));

    /// <summary>The type of a line.</summary>
    /// <param name="code">The product's code, or empty.</param>
    /// <param name="description">The product's description, or empty.</param>
    public static string Recognise(string code, string description)
    {
        if (description.Length is > 0 and < 40 && Descriptions.TryGetValue(ColumnNames.Normalise(description), out var described))
        {
            return described;
        }

        if (code.Length is 0 or > 20 || char.IsAsciiDigit(code[0]))
        {
            return Product;
        }

        // Gift vouchers are numbered by value: gift_0001_20.
        return Codes.TryGetValue(ColumnNames.Normalise(code), out var coded) ? coded
            : code.StartsWith("gift_", StringComparison.OrdinalIgnoreCase) ? Voucher
            : Product;
    }

    private static FrozenDictionary<string, string> Table(params (string Type, string[] Names)[] types) => types
        .SelectMany(type => type.Names.Select(name => (Name: ColumnNames.Normalise(name), type.Type)))
        .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Type, StringComparer.Ordinal);
}
