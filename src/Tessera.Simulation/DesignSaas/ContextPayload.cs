using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.Simulation.People;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The context of calls: library, app, device, locale, campaign.</summary>
internal sealed class ContextPayload(DesignSaasRun run)
{
    private static readonly byte[] WebLibrary = Encoding.UTF8.GetBytes("""{"name":"analytics.js","version":"1.77.0"}""");
    private static readonly byte[] MobileLibrary = Encoding.UTF8.GetBytes("""{"name":"analytics-mobile","version":"4.5.6"}""");
    private static readonly byte[] ServerLibrary = Encoding.UTF8.GetBytes("""{"name":"billing-server","version":"2.9.1"}""");
    private static readonly JsonEncodedText App = JsonText.Of("app");
    private const string Site = "https://www.design.example";

    /// <summary>Properties of a page call.</summary>
    public static void WritePage(SaasCall page, Utf8JsonWriter json)
    {
        var path = SaasCalls.Path(page);
        json.WriteString(Names.Path, path);
        json.WriteString(Names.Url, Site + path);
        json.WriteString(Names.Title, SaasCalls.Shapes[(int)page].Encoded!.Value);
    }

    public void Write(in EventRecord record, SaasCall call, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.Context);
        json.WritePropertyName(Names.Library);
        if (record.Has(CallFlags.Server))
        {
            json.WriteRawValue(ServerLibrary, skipInputValidation: true);
            json.WriteEndObject();
            return;
        }

        ref readonly var account = ref run.AccountOf(record.Customer);
        ref readonly var member = ref run.MemberOf(record.Customer);
        var isMobile = record.Has(CallFlags.Mobile);
        var isKnown = !record.Has(CallFlags.Anonymous);
        var device = isMobile ? Devices.Mobile[member.Mobile] : Devices.Desktop[member.Desktop];
        json.WriteRawValue(isMobile && isKnown ? MobileLibrary : WebLibrary, skipInputValidation: true);
        if (isKnown)
        {
            json.WritePropertyName(App);
            json.WriteRawValue(AppVersions.Json(record.Step - (isMobile ? member.UpdateLagDays : 0)), skipInputValidation: true);
        }

        json.WritePropertyName(Names.Device);
        json.WriteRawValue(device.DeviceJson, skipInputValidation: true);
        json.WritePropertyName(Names.Os);
        json.WriteRawValue(device.OsJson, skipInputValidation: true);
        json.WritePropertyName(Names.Browser);
        json.WriteRawValue(device.BrowserJson, skipInputValidation: true);
        var country = Places.Countries[account.Country];
        json.WriteString(Names.Locale, country.Language);
        json.WriteString(Names.Timezone, country.Cities[account.City].ZoneName);
        WriteVisit(record, call, account, isKnown, device, json);
        json.WriteEndObject();
    }

    /// <summary>Where a visitor comes from, on public pages and when signing up.</summary>
    private static void WriteVisit(in EventRecord record, SaasCall call, in Account account, bool isKnown, Device device, Utf8JsonWriter json)
    {
        if (isKnown && call != SaasCall.SignedUp)
        {
            return;
        }

        json.WriteString(Names.UserAgent, device.UserAgent);
        var campaign = Campaigns.All[account.Campaign];
        if (campaign.Json is not null)
        {
            json.WritePropertyName(Names.Campaign);
            json.WriteRawValue(campaign.Json, skipInputValidation: true);
        }

        if (call == SaasCall.LandingPage)
        {
            json.WriteStartObject(Names.Page);
            json.WriteString(Names.Path, SaasCalls.Path(call));
            json.WriteString(Names.Referrer, campaign.Referrer);
            json.WriteEndObject();
        }
    }
}
