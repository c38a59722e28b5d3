using System.Globalization;
using System.Text.Json;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Properties of trials, plans, payments and orders.</summary>
internal sealed class BillingPayloads(DateTimeOffset start)
{
    private static readonly JsonEncodedText PlanName = JsonText.Of("plan");
    private static readonly JsonEncodedText PreviousPlan = JsonText.Of("previous_plan");
    private static readonly JsonEncodedText BillingPeriod = JsonText.Of("billing_period");
    private static readonly JsonEncodedText Seats = JsonText.Of("seats");
    private static readonly JsonEncodedText TrialEndsAt = JsonText.Of("trial_ends_at");
    private static readonly JsonEncodedText Converted = JsonText.Of("converted");
    private static readonly JsonEncodedText Attempt = JsonText.Of("attempt");
    private static readonly JsonEncodedText Reason = JsonText.Of("reason");
    private static readonly JsonEncodedText Dollar = JsonText.Of("USD");

    /// <summary>The plans, by value.</summary>
    public static IReadOnlyList<JsonEncodedText> PlanNames { get; } =
        [JsonText.Of("free"), JsonText.Of("pro"), JsonText.Of("team"), JsonText.Of("enterprise")];

    /// <summary>The periods: by the month, by the year.</summary>
    public static IReadOnlyList<JsonEncodedText> Periods { get; } = [JsonText.Of("monthly"), JsonText.Of("annual")];

    /// <summary>Reasons of cancellations, in the order of <see cref="DepartureCause"/>, then what nobody chose.</summary>
    public static IReadOnlyList<JsonEncodedText> Reasons { get; } =
        [JsonText.Of("too_expensive"), JsonText.Of("missing_features"), JsonText.Of("quality"), JsonText.Of("no_longer_needed"), JsonText.Of("switched_tool"), JsonText.Of("payment_failed")];

    public void Write(in EventRecord record, SaasCall call, Utf8JsonWriter json)
    {
        var now = new AccountSnapshot(record.State);
        switch (call)
        {
            case SaasCall.TrialStarted:
                WriteDay(json, TrialEndsAt, record.A);
                break;
            case SaasCall.TrialEnded:
                json.WriteBoolean(Converted, record.A == 1);
                break;
            case SaasCall.CheckoutStarted:
                json.WriteString(PlanName, PlanNames[record.A & 3]);
                json.WriteString(BillingPeriod, Periods[record.A >> 2]);
                break;
            case SaasCall.PaymentFailed:
                json.WriteNumber(Attempt, record.B);
                json.WriteString(PlanName, PriceList.Items[record.A & 0xFF].Name);
                break;
            case SaasCall.SubscriptionCancelled:
                json.WriteString(Reason, Reasons[record.A]);
                json.WriteString(PlanName, PlanNames[(int)new AccountSnapshot((uint)record.B).Plan]);
                break;
            case SaasCall.OrderCompleted:
                WriteOrder(record, json);
                break;
            default:
                WriteChange(new AccountSnapshot((uint)record.A), now, json);
                break;
        }
    }

    /// <summary>Writes the midnight at the beginning of a day.</summary>
    private void WriteDay(Utf8JsonWriter json, JsonEncodedText name, int day)
    {
        Span<byte> text = stackalloc byte[InstantText.Length];
        InstantText.Write(start, day * SimulationTime.Day, text);
        json.WriteString(name, text);
    }

    private static void WriteChange(AccountSnapshot before, AccountSnapshot now, Utf8JsonWriter json)
    {
        json.WriteString(PlanName, PlanNames[(int)now.Plan]);
        json.WriteString(PreviousPlan, PlanNames[(int)before.Plan]);
        json.WriteString(BillingPeriod, Periods[now.IsYearly ? 1 : 0]);
        json.WriteNumber(Seats, now.Seats);
    }

    private static void WriteOrder(in EventRecord record, Utf8JsonWriter json)
    {
        var item = PriceList.Items[record.A & 0xFF];
        var quantity = record.A >> 8;
        json.WriteString(Names.OrderId, string.Create(CultureInfo.InvariantCulture, $"INV-{record.Customer + 1}-{record.State + 1}"));
        json.WriteAmount(Names.Revenue, (long)record.B * quantity);
        json.WriteAmount(Names.Total, (long)record.B * quantity);
        json.WriteString(Names.Currency, Dollar);
        json.WriteStartArray(Names.Products);
        json.WriteStartObject();
        json.WriteString(Names.ProductId, item.Sku);
        json.WriteString(Names.Sku, item.Sku);
        json.WriteString(Names.Name, item.Name);
        json.WriteString(Names.Category, item.Category);
        json.WriteAmount(Names.Price, record.B);
        json.WriteNumber(Names.Quantity, quantity);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
