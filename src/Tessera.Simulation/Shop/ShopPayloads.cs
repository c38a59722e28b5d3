using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.Simulation.People;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>Writes properties, traits and context of the shop's calls.</summary>
internal sealed class ShopPayloads(ShopRun run, StreamKeys keys, SimulationOptions options)
{
    /// <summary>Orders of less than this pay for shipping.</summary>
    private const long FreeShippingFromCents = 5000;
    private const long ShippingCents = 490;

    private static readonly byte[] WebLibrary = Encoding.UTF8.GetBytes("""{"name":"analytics.js","version":"1.77.0"}""");
    private static readonly byte[] ServerLibrary = Encoding.UTF8.GetBytes("""{"name":"shop-server","version":"3.2.0"}""");
    private static readonly JsonEncodedText CartId = JsonText.Of("cart_id");
    private static readonly JsonEncodedText ListId = JsonText.Of("list_id");
    private static readonly JsonEncodedText Euro = JsonText.Of("EUR");
    private static readonly JsonEncodedText Newsletter = JsonText.Of("newsletter");
    private static readonly string[] Coupons = ["WELCOME10", "FREESHIP", "SPRING5", "FLASH15"];

    private readonly DateTimeOffset start = options.StartsAt;

    /// <summary>The customer's id.</summary>
    public static string UserId(int customer) => string.Create(CultureInfo.InvariantCulture, $"c{customer + 1:0000000}");

    /// <summary>Writes the customer's id as a property.</summary>
    public static void WriteUserId(int customer, JsonEncodedText property, Utf8JsonWriter json)
    {
        Span<byte> text = stackalloc byte[12];
        text[0] = (byte)'c';
        (customer + 1).TryFormat(text[1..], out var length, "0000000", CultureInfo.InvariantCulture);
        json.WriteString(property, text[..(length + 1)]);
    }

    /// <summary>The id of an order: the shopper's number and which purchase it was; G marks a guest's.</summary>
    public static string OrderId(in EventRecord record) => string.Create(
        CultureInfo.InvariantCulture, $"{(IsGuestOrder(record) ? 'G' : 'S')}{record.Customer + 1:0000000}-{record.A + 1}");

    /// <summary>Whether a call is the order of somebody without an account.</summary>
    public static bool IsGuestOrder(in EventRecord record) =>
        record.Kind == ShopCall.OrderCompleted && record.Has(CallFlags.Anonymous);

    public ulong AnonymousKey(in EventRecord record)
    {
        if (record.Has(CallFlags.Server))
        {
            return 0;
        }

        return IsGuestOrder(record)
            ? record.Detail
            : keys.Key(StreamPurpose.CustomerProfile, record.Customer, record.Has(CallFlags.Mobile) ? 2 : 1);
    }

    public void WriteBody(in EventRecord record, Utf8JsonWriter json)
    {
        ref readonly var shopper = ref run.ShopperOf(record.Customer);
        json.WriteStartObject(record.Kind == ShopCall.Identify ? Names.Traits : Names.Properties);
        switch (record.Kind)
        {
            case ShopCall.Identify:
                WriteTraits(record, shopper, json);
                break;
            case ShopCall.HomePage:
                WritePage(json, "/", "Home");
                break;
            case ShopCall.ProductListViewed:
                json.WriteString(ListId, "category");
                json.WriteString(Names.Category, Catalogue.CategoryName(record.A));
                break;
            case ShopCall.ProductViewed:
                WriteProduct(json, Catalogue.Products[record.A]);
                json.WriteNumber(Names.Position, record.B);
                json.WriteString(Names.Currency, Euro);
                break;
            case ShopCall.ProductAdded:
                WriteProduct(json, Catalogue.Products[record.A]);
                json.WriteNumber(Names.Quantity, record.B);
                json.WriteString(Names.Currency, Euro);
                break;
            default:
                WriteOrder(record, shopper, json);
                break;
        }

        json.WriteEndObject();
        WriteContext(record, shopper, json);
    }

    private void WriteOrder(in EventRecord record, in Shopper shopper, Utf8JsonWriter json)
    {
        Span<BasketLine> lines = stackalloc BasketLine[Basket.MaxLines];
        var kind = run.ClassOf(shopper);
        var count = record.Kind == ShopCall.OrderRefunded
            ? Basket.FillReturn(shopper, kind, record.Detail, lines)
            : Basket.Fill(shopper, kind, record.Detail, lines);
        var revenue = 0L;
        foreach (var line in lines[..count])
        {
            revenue += line.Cents;
        }

        if (record.Kind is ShopCall.OrderCompleted or ShopCall.OrderRefunded)
        {
            json.WriteString(Names.OrderId, OrderId(record));
        }
        else
        {
            json.WriteString(CartId, string.Create(CultureInfo.InvariantCulture, $"cart-{record.Customer + 1}-{record.A + 1}"));
        }

        json.WriteAmount(Names.Revenue, revenue);
        if (record.Kind == ShopCall.OrderCompleted)
        {
            var shipping = revenue >= FreeShippingFromCents ? 0 : ShippingCents;
            json.WriteAmount(Names.Shipping, shipping);
            json.WriteAmount(Names.Total, revenue + shipping);
            var random = new RandomStream(SplitMix64.Combine(record.Detail, 2));
            if (random.Chance(kind.CouponProbability))
            {
                json.WriteString(Names.Coupon, Coupons[random.NextInt(Coupons.Length)]);
            }
        }

        json.WriteString(Names.Currency, Euro);
        json.WriteStartArray(Names.Products);
        foreach (var line in lines[..count])
        {
            json.WriteStartObject();
            WriteProduct(json, Catalogue.Products[line.Product]);
            json.WriteNumber(Names.Quantity, line.Quantity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProduct(Utf8JsonWriter json, Product product)
    {
        json.WriteString(Names.ProductId, product.EncodedSku);
        json.WriteString(Names.Sku, product.EncodedSku);
        json.WriteString(Names.Name, product.EncodedName);
        json.WriteString(Names.Category, product.EncodedCategory);
        json.WriteAmount(Names.Price, product.PriceCents);
    }

    private void WriteTraits(in EventRecord record, in Shopper shopper, Utf8JsonWriter json)
    {
        var random = keys.Stream(StreamPurpose.MemberProfile, record.Customer);
        var country = Places.Countries[shopper.Country];
        var first = NameBook.First(country.Names)[random.NextInt(NameBook.First(country.Names).Count)];
        var last = NameBook.Last(country.Names)[random.NextInt(NameBook.Last(country.Names).Count)];
        var campaign = Campaigns.All[shopper.Campaign];
        json.WriteString(Names.FirstName, first);
        json.WriteString(Names.LastName, last);
        json.WriteString(Names.Name, $"{first} {last}");
        json.WriteString(Names.Email, EmailText.Of(first, last, record.Customer + 1, "example.com"));
        json.WriteString(Names.Country, country.Code);
        json.WriteString(Names.City, country.Cities[random.NextInt(country.Cities.Count)].Name);
        json.WriteString(Names.Language, country.Language);
        json.WriteBoolean(Newsletter, random.Chance(0.4));
        json.WriteString(Names.ReferralSource, campaign.Source);
        if (campaign.Name is not null)
        {
            json.WriteString(Names.UtmCampaign, campaign.Name);
        }

        // Customers from before the observed days joined up to three years earlier.
        var createdAt = shopper.FirstPurchase >= 0 ? record.Time : -(long)(random.NextDouble() * 3 * 365 * SimulationTime.Day);
        Span<byte> text = stackalloc byte[InstantText.Length];
        InstantText.Write(start, createdAt, text);
        json.WriteString(Names.CreatedAt, text);
    }

    private static void WritePage(Utf8JsonWriter json, string path, string title)
    {
        json.WriteString(Names.Path, path);
        json.WriteString(Names.Url, "https://shop.example" + path);
        json.WriteString(Names.Title, title);
    }

    private static void WriteContext(in EventRecord record, in Shopper shopper, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.Context);
        json.WritePropertyName(Names.Library);
        if (record.Has(CallFlags.Server))
        {
            json.WriteRawValue(ServerLibrary, skipInputValidation: true);
            json.WriteEndObject();
            return;
        }

        json.WriteRawValue(WebLibrary, skipInputValidation: true);
        var device = record.Has(CallFlags.Mobile) ? Devices.Mobile[shopper.Mobile] : Devices.Desktop[shopper.Desktop];
        json.WritePropertyName(Names.Device);
        json.WriteRawValue(device.DeviceJson, skipInputValidation: true);
        json.WritePropertyName(Names.Os);
        json.WriteRawValue(device.OsJson, skipInputValidation: true);
        json.WritePropertyName(Names.Browser);
        json.WriteRawValue(device.BrowserJson, skipInputValidation: true);
        json.WriteString(Names.UserAgent, device.UserAgent);
        json.WriteString(Names.Locale, Places.Countries[shopper.Country].Language);
        if (Campaigns.All[shopper.Campaign].Json is { } campaign && record.Kind == ShopCall.HomePage)
        {
            json.WritePropertyName(Names.Campaign);
            json.WriteRawValue(campaign, skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
