using System.Globalization;
using System.Text.Json;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Writes properties, traits and context of the design tool's calls.</summary>
internal sealed class SaasPayloads
{
    private readonly DesignSaasRun run;
    private readonly StreamKeys keys;
    private readonly PeoplePayloads people;
    private readonly BillingPayloads billing;
    private readonly ContextPayload context;

    public SaasPayloads(DesignSaasRun run, StreamKeys keys, SimulationOptions options)
    {
        this.run = run;
        this.keys = keys;
        people = new PeoplePayloads(run, keys, options.StartsAt);
        billing = new BillingPayloads(options.StartsAt);
        context = new ContextPayload(run);
    }

    /// <summary>The customer's id.</summary>
    public static string UserId(int customer) => string.Create(CultureInfo.InvariantCulture, $"u{customer + 1:0000000}");

    /// <summary>Writes a customer's id as a property.</summary>
    public static void WriteUserId(int customer, JsonEncodedText property, Utf8JsonWriter json)
    {
        Span<byte> text = stackalloc byte[12];
        text[0] = (byte)'u';
        (customer + 1).TryFormat(text[1..], out var length, "0000000", CultureInfo.InvariantCulture);
        json.WriteString(property, text[..(length + 1)]);
    }

    /// <summary>Each device has an anonymous id of its own; the server has none.</summary>
    public ulong AnonymousKey(in EventRecord record) => record.Has(CallFlags.Server)
        ? 0
        : keys.Key(StreamPurpose.MemberProfile, record.Customer, record.Has(CallFlags.Mobile) ? 2 : 1);

    public void WriteBody(in EventRecord record, Utf8JsonWriter json)
    {
        var call = (SaasCall)record.Kind;
        if (call == SaasCall.Group)
        {
            people.WriteGroupId(record, json);
        }

        json.WriteStartObject(call is SaasCall.Identify or SaasCall.Group ? Names.Traits : Names.Properties);
        switch (call)
        {
            case SaasCall.Identify:
                people.WriteTraits(record, json);
                break;
            case SaasCall.Group:
                people.WriteCompany(record, json);
                break;
            case SaasCall.SignedUp:
            case SaasCall.InviteSent:
            case SaasCall.InviteAccepted:
            case SaasCall.MemberRemoved:
                people.WriteMembership(record, call, json);
                break;
            case >= SaasCall.LandingPage and <= SaasCall.HelpPage:
                ContextPayload.WritePage(call, json);
                break;
            case >= SaasCall.TrialStarted and <= SaasCall.OrderCompleted:
                billing.Write(record, call, json);
                break;
            case >= SaasCall.SupportTicketCreated and <= SaasCall.EmailLinkClicked:
                VoicePayloads.Write(record, call, json);
                break;
            default:
                UsagePayloads.Write(record, call, run.AccountOf(record.Customer).IsCompany, json);
                break;
        }

        json.WriteEndObject();
        context.Write(record, call, json);
    }
}
