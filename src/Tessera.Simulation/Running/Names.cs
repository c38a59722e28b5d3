using System.Text.Json;

namespace Tessera.Simulation.Running;

/// <summary>Names of JSON properties that both scenarios write, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Properties = JsonText.Of("properties");
    public static readonly JsonEncodedText Traits = JsonText.Of("traits");
    public static readonly JsonEncodedText Context = JsonText.Of("context");
    public static readonly JsonEncodedText Library = JsonText.Of("library");
    public static readonly JsonEncodedText Device = JsonText.Of("device");
    public static readonly JsonEncodedText Os = JsonText.Of("os");
    public static readonly JsonEncodedText Browser = JsonText.Of("browser");
    public static readonly JsonEncodedText UserAgent = JsonText.Of("userAgent");
    public static readonly JsonEncodedText Locale = JsonText.Of("locale");
    public static readonly JsonEncodedText Timezone = JsonText.Of("timezone");
    public static readonly JsonEncodedText Campaign = JsonText.Of("campaign");
    public static readonly JsonEncodedText Page = JsonText.Of("page");
    public static readonly JsonEncodedText Path = JsonText.Of("path");
    public static readonly JsonEncodedText Url = JsonText.Of("url");
    public static readonly JsonEncodedText Title = JsonText.Of("title");
    public static readonly JsonEncodedText Referrer = JsonText.Of("referrer");
    public static readonly JsonEncodedText FirstName = JsonText.Of("first_name");
    public static readonly JsonEncodedText LastName = JsonText.Of("last_name");
    public static readonly JsonEncodedText Name = JsonText.Of("name");
    public static readonly JsonEncodedText Email = JsonText.Of("email");
    public static readonly JsonEncodedText Country = JsonText.Of("country");
    public static readonly JsonEncodedText City = JsonText.Of("city");
    public static readonly JsonEncodedText Language = JsonText.Of("language");
    public static readonly JsonEncodedText CreatedAt = JsonText.Of("created_at");
    public static readonly JsonEncodedText ReferralSource = JsonText.Of("referral_source");
    public static readonly JsonEncodedText UtmCampaign = JsonText.Of("utm_campaign");
    public static readonly JsonEncodedText OrderId = JsonText.Of("order_id");
    public static readonly JsonEncodedText Revenue = JsonText.Of("revenue");
    public static readonly JsonEncodedText Total = JsonText.Of("total");
    public static readonly JsonEncodedText Shipping = JsonText.Of("shipping");
    public static readonly JsonEncodedText Coupon = JsonText.Of("coupon");
    public static readonly JsonEncodedText Currency = JsonText.Of("currency");
    public static readonly JsonEncodedText Products = JsonText.Of("products");
    public static readonly JsonEncodedText ProductId = JsonText.Of("product_id");
    public static readonly JsonEncodedText Sku = JsonText.Of("sku");
    public static readonly JsonEncodedText Category = JsonText.Of("category");
    public static readonly JsonEncodedText Price = JsonText.Of("price");
    public static readonly JsonEncodedText Quantity = JsonText.Of("quantity");
    public static readonly JsonEncodedText Position = JsonText.Of("position");
    public static readonly JsonEncodedText Variant = JsonText.Of("variant");
}
