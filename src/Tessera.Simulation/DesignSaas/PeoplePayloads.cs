using System.Globalization;
using System.Text.Json;
using Tessera.Simulation.People;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Traits of customers and companies.</summary>
internal sealed class PeoplePayloads(DesignSaasRun run, StreamKeys keys, DateTimeOffset start)
{
    private static readonly JsonEncodedText PlanName = JsonText.Of("plan");
    private static readonly JsonEncodedText BillingPeriod = JsonText.Of("billing_period");
    private static readonly JsonEncodedText Seats = JsonText.Of("seats");
    private static readonly JsonEncodedText Trial = JsonText.Of("trial");
    private static readonly JsonEncodedText TrialEndsAt = JsonText.Of("trial_ends_at");
    private static readonly JsonEncodedText Role = JsonText.Of("role");
    private static readonly JsonEncodedText Title = JsonText.Of("title");
    private static readonly JsonEncodedText AgeBand = JsonText.Of("age_band");
    private static readonly JsonEncodedText Industry = JsonText.Of("industry");
    private static readonly JsonEncodedText IsOwner = JsonText.Of("owner");
    private static readonly JsonEncodedText Tags = JsonText.Of("tags");
    private static readonly JsonEncodedText Integrations = JsonText.Of("integrations");
    private static readonly JsonEncodedText Employees = JsonText.Of("employees");
    private static readonly JsonEncodedText Website = JsonText.Of("website");
    private static readonly JsonEncodedText GroupId = JsonText.Of("groupId");
    private static readonly JsonEncodedText CompanyId = JsonText.Of("company_id");
    private static readonly JsonEncodedText Method = JsonText.Of("method");
    private static readonly JsonEncodedText InviteeId = JsonText.Of("invitee_id");
    private static readonly JsonEncodedText InviterId = JsonText.Of("inviter_id");
    private static readonly JsonEncodedText MemberId = JsonText.Of("member_id");
    private static readonly string[] AgeBands = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"];
    private static readonly WeightedChoice AgeShares = new(18, 34, 25, 13, 7, 3);
    private static readonly WeightedChoice StudentAges = new(78, 18, 3, 1, 0, 0);
    private const int StudentRole = 5;

    /// <summary>Writes the id of the company as the call's <c>groupId</c>.</summary>
    public void WriteGroupId(in EventRecord record, Utf8JsonWriter json) => WriteCompanyId(record.Customer, GroupId, json);

    public void WriteTraits(in EventRecord record, Utf8JsonWriter json)
    {
        ref readonly var account = ref run.AccountOf(record.Customer);
        ref readonly var member = ref run.MemberOf(record.Customer);
        var snapshot = new AccountSnapshot(record.State);
        var random = keys.Stream(StreamPurpose.MemberProfile, record.Customer, 9);
        var country = Places.Countries[account.Country];
        var first = NameBook.First(country.Names)[random.NextInt(NameBook.First(country.Names).Count)];
        var last = NameBook.Last(country.Names)[random.NextInt(NameBook.Last(country.Names).Count)];
        var titles = JobRoles.Titles[member.Role];
        var isStudent = member.Role == StudentRole;
        json.WriteString(Names.FirstName, first);
        json.WriteString(Names.LastName, last);
        json.WriteString(Names.Name, $"{first} {last}");
        json.WriteString(Names.Email, EmailText.Of(first, last, record.Customer + 1, account.IsCompany ? Domain(account, random: CompanyStream(account)) : "example.com"));
        json.WriteString(Role, JobRoles.All[member.Role]);
        json.WriteString(Title, titles[random.NextInt(titles.Count)]);
        json.WriteString(AgeBand, AgeBands[(isStudent ? StudentAges : AgeShares).Draw(ref random)]);
        json.WriteString(Names.Country, country.Code);
        json.WriteString(Names.City, country.Cities[account.City].Name);
        json.WriteString(Names.Language, country.Language);
        WriteSubscription(record, account, snapshot, json);
        WriteOrigin(account, member, json);
        WriteStack(account, snapshot, ref random, json);
        json.WriteBoolean(IsOwner, record.Customer == account.FirstMember);
    }

    public void WriteCompany(in EventRecord record, Utf8JsonWriter json)
    {
        ref readonly var account = ref run.AccountOf(record.Customer);
        var snapshot = new AccountSnapshot(record.State);
        var random = CompanyStream(account);
        json.WriteString(Names.Name, CompanyName(ref random));
        json.WriteString(Industry, Companies.Industries[account.Industry]);
        json.WriteNumber(Employees, (int)Math.Ceiling(account.Size * random.LogNormal(2.2, 0.7)));
        json.WriteString(Website, "https://" + Domain(account, CompanyStream(account)));
        json.WriteString(Names.Country, Places.Countries[account.Country].Code);
        json.WriteString(PlanName, BillingPayloads.PlanNames[(int)snapshot.Plan]);
        json.WriteNumber(Seats, snapshot.Seats);
    }

    /// <summary>Signing up, inviting, joining, removing.</summary>
    public void WriteMembership(in EventRecord record, SaasCall call, Utf8JsonWriter json)
    {
        switch (call)
        {
            case SaasCall.SignedUp:
                var random = new RandomStream(record.Detail);
                json.WriteString(Method, random.Chance(0.55) ? "google" : "email");
                json.WriteString(Names.ReferralSource, Campaigns.All[run.AccountOf(record.Customer).Campaign].Source);
                break;
            case SaasCall.InviteSent:
                SaasPayloads.WriteUserId(record.A, InviteeId, json);
                WriteCompanyId(record.Customer, CompanyId, json);
                break;
            case SaasCall.InviteAccepted:
                SaasPayloads.WriteUserId(record.A, InviterId, json);
                WriteCompanyId(record.Customer, CompanyId, json);
                break;
            default:
                SaasPayloads.WriteUserId(record.A, MemberId, json);
                WriteCompanyId(record.Customer, CompanyId, json);
                break;
        }
    }

    private void WriteSubscription(in EventRecord record, in Account account, AccountSnapshot snapshot, Utf8JsonWriter json)
    {
        json.WriteString(PlanName, BillingPayloads.PlanNames[(int)snapshot.Plan]);
        if (snapshot.Plan != Plan.Free)
        {
            json.WriteString(BillingPeriod, BillingPayloads.Periods[snapshot.IsYearly ? 1 : 0]);
        }

        json.WriteNumber(Seats, snapshot.Seats);
        json.WriteBoolean(Trial, snapshot.IsOnTrial);
        if (snapshot.IsOnTrial)
        {
            WriteInstant(json, TrialEndsAt, record.B * SimulationTime.Day);
        }

        if (account.IsCompany)
        {
            WriteCompanyId(record.Customer, CompanyId, json);
            json.WriteString(Industry, Companies.Industries[account.Industry]);
        }
    }

    private void WriteOrigin(in Account account, in Member member, Utf8JsonWriter json)
    {
        var campaign = Campaigns.All[account.Campaign];
        WriteInstant(json, Names.CreatedAt, (member.JoinDay * SimulationTime.Day) + (12 * SimulationTime.Hour));
        json.WriteString(Names.ReferralSource, campaign.Source);
        if (campaign.Name is not null)
        {
            json.WriteString(Names.UtmCampaign, campaign.Name);
        }
    }

    /// <summary>What else the customer uses, and how they are tagged: those who like novelty join the beta programme.</summary>
    private static void WriteStack(in Account account, AccountSnapshot snapshot, ref RandomStream random, Utf8JsonWriter json)
    {
        var archetype = Archetypes.All[account.Archetype];
        json.WriteStartArray(Tags);
        if (random.Chance(Math.Min(0.5, 0.04 + (2 * archetype.AiEagerness))))
        {
            json.WriteStringValue("beta");
        }

        if (random.Chance(0.12))
        {
            json.WriteStringValue("community");
        }

        json.WriteEndArray();
        json.WriteStartArray(Integrations);
        for (var i = 0; i < Companies.Integrations.Count; i++)
        {
            if ((snapshot.Integrations & (1U << i)) != 0)
            {
                json.WriteStringValue(Companies.Integrations[i]);
            }
        }

        json.WriteEndArray();
    }

    private void WriteInstant(Utf8JsonWriter json, JsonEncodedText name, long time)
    {
        Span<byte> text = stackalloc byte[InstantText.Length];
        InstantText.Write(start, time, text);
        json.WriteString(name, text);
    }

    private void WriteCompanyId(int customer, JsonEncodedText property, Utf8JsonWriter json) =>
        json.WriteString(property, string.Create(CultureInfo.InvariantCulture, $"co{run.AccountOf(customer).FirstMember + 1:0000000}"));

    private RandomStream CompanyStream(in Account account) => keys.Stream(StreamPurpose.AccountProfile, account.FirstMember, 9);

    private static string CompanyName(ref RandomStream random) =>
        $"{Companies.FirstWords[random.NextInt(Companies.FirstWords.Count)]} {Companies.SecondWords[random.NextInt(Companies.SecondWords.Count)]}";

    /// <summary>A domain under the ending reserved for examples (RFC 2606).</summary>
    private static string Domain(in Account account, RandomStream random) => string.Create(
        CultureInfo.InvariantCulture, $"{EmailText.Plain(CompanyName(ref random))}{account.FirstMember + 1}.example");
}
