using System.Runtime.CompilerServices;
using System.Text.Json;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>One run of the design tool.</summary>
internal sealed class DesignSaasRun : IScenarioRun
{
    private const int BlockMembers = 2048;

    private readonly StreamKeys keys;
    private readonly WorkCalendar calendar;
    private readonly AccountScript script;
    private readonly SessionScript sessions;
    private readonly Billing billing;
    private readonly Departures departures;
    private readonly MemberLife memberLife;
    private readonly SupportDesk supportDesk;
    private readonly TechnologyStack stack;
    private readonly SaasPayloads payloads;
    private readonly Member[] members;
    private readonly Account[] accounts;
    private readonly int[] accountOf; // by member
    private readonly (int First, int Count)[] blocks;
    private readonly int customers;
    private readonly DateTimeOffset start;
    private readonly long end;

    public DesignSaasRun(SimulationOptions options)
    {
        customers = options.Customers;
        start = options.StartsAt;
        end = options.Days * SimulationTime.Day;
        keys = new StreamKeys(options.Seed, CallSerializer.ScenarioNumber(options));
        calendar = new WorkCalendar(options.Start, options.Days + SimulationTime.ContinuationDays + 1);
        script = new AccountScript(keys);
        sessions = new SessionScript(keys);
        billing = new Billing(script, calendar, end);
        departures = new Departures(script, billing);
        memberLife = new MemberLife(keys, calendar, sessions, script);
        supportDesk = new SupportDesk(keys);
        stack = new TechnologyStack(script);
        payloads = new SaasPayloads(this, keys, options);
        (accounts, members, accountOf) = CreateAccounts(options);
        blocks = SplitIntoBlocks();
    }

    public int Blocks => blocks.Length;

    public IReadOnlyList<CallShape> Shapes => SaasCalls.Shapes;

    public int BytesPerCustomer => Unsafe.SizeOf<Account>() + Unsafe.SizeOf<Member>() + sizeof(int);

    /// <summary>The state of a member.</summary>
    public ref Member MemberOf(int customer) => ref members[customer];

    /// <summary>The state of a member's account.</summary>
    public ref Account AccountOf(int customer) => ref accounts[accountOf[customer]];

    /// <summary>The number of a member's account.</summary>
    public int AccountNumberOf(int customer) => accountOf[customer];

    public void Step(int block, int day, EventSink sink)
    {
        var (first, count) = blocks[block];
        for (var number = first; number < first + count; number++)
        {
            ref var account = ref accounts[number];
            if (account.Phase == AccountPhase.Gone || day < account.SignUpDay - AccountScript.ProspectDays)
            {
                continue;
            }

            var random = keys.Stream(StreamPurpose.AccountDay, number, day);
            var nature = random.NextInt(256) < account.SecondShare ? account.SecondNature : account.Archetype;
            var today = new AccountDay
            {
                Account = ref account,
                Members = members.AsSpan(account.FirstMember, account.Size),
                Random = random,
                Nature = nature,
                Day = day,
                Midnight = calendar.Midnight(account.Country, account.City, day),
                Sink = sink,
                Number = number,
            };
            Step(ref today);
        }
    }

    public string UserId(int customer) => SaasPayloads.UserId(customer);

    public void WriteUserId(int customer, JsonEncodedText property, Utf8JsonWriter json) => SaasPayloads.WriteUserId(customer, property, json);

    public void WriteBody(in EventRecord record, Utf8JsonWriter json) => payloads.WriteBody(record, json);

    public ulong AnonymousKey(in EventRecord record) => payloads.AnonymousKey(record);

    public CustomerTruth Truth(int customer)
    {
        ref readonly var account = ref AccountOf(customer);
        var left = Math.Min(account.ChurnedAt, members[customer].LeftAt);
        DateTimeOffset? churnedAt = left < end ? start.AddMilliseconds(left) : null;
        var revenue = customer == account.FirstMember ? account.FutureCents / 100m : 0;
        return new CustomerTruth(UserId(customer), Archetypes.All[account.Archetype].Name, churnedAt, revenue);
    }

    private (Account[] Accounts, Member[] Members, int[] AccountOf) CreateAccounts(SimulationOptions options)
    {
        var factory = new AccountFactory(keys, options.Days, calendar);
        var sizes = new List<int>();
        var total = 0;
        while (total < options.Customers)
        {
            sizes.Add(factory.SizeOf(sizes.Count));
            total += sizes[^1];
        }

        // The last account is complete even if some of its members are beyond the number of customers asked for: what the
        // company pays must not depend on where the list of customers ends.
        var made = new Account[sizes.Count];
        var people = new Member[total];
        var owner = new int[total];
        var first = 0;
        for (var number = 0; number < made.Length; number++)
        {
            made[number] = factory.Create(number, first, people.AsSpan(first, sizes[number]));
            Array.Fill(owner, number, first, sizes[number]);
            first += sizes[number];
        }

        return (made, people, owner);
    }

    private (int First, int Count)[] SplitIntoBlocks()
    {
        var made = new List<(int First, int Count)>();
        var first = 0;
        var size = 0;
        for (var number = 0; number < accounts.Length; number++)
        {
            size += accounts[number].Size;
            if (size >= BlockMembers || number == accounts.Length - 1)
            {
                made.Add((first, number + 1 - first));
                first = number + 1;
                size = 0;
            }
        }

        return [.. made];
    }

    private void Step(ref AccountDay today)
    {
        ref var account = ref today.Account;
        today.Sink.Begin(account.FirstMember, today.Day, AccountScript.DecisionSequence);
        if (today.Day < account.SignUpDay)
        {
            if (!today.Sink.Silent)
            {
                script.Prospect(ref today);
            }

            return;
        }

        if (today.Day == 0 && account.SignUpDay < 0)
        {
            Introduce(today);
        }

        if (today.Day == account.SignUpDay)
        {
            account.Phase = AccountPhase.Healthy;
            account.Seats++;
            var signedUpAt = script.SignedUp(ref today);
            billing.SignUp(ref today, signedUpAt);
            sessions.First(ref today, signedUpAt + (5 * SimulationTime.Minute));
            return;
        }

        // Nobody leaves before the server has said who is there.
        if (today.Day > 0)
        {
            Decide(ref today);
        }

        if (account.Phase != AccountPhase.Gone)
        {
            Work(ref today);
        }
    }

    private void Decide(ref AccountDay today)
    {
        ref var account = ref today.Account;
        if ((today.Day + today.Number) % 7 == 0)
        {
            account.Satisfaction = (float)Math.Clamp((0.93 * account.Satisfaction) + today.Random.Normal(0, 0.1), -1.5, 1.5);
        }

        if (!departures.Step(ref today))
        {
            billing.Step(ref today);
        }
    }

    private void Work(ref AccountDay today)
    {
        var ownerActive = false;
        var aiUse = 0f;
        for (var i = 0; i < today.Members.Length; i++)
        {
            var used = memberLife.Step(ref today, i);
            ownerActive |= i == 0 && used >= 0;
            aiUse = Math.Max(aiUse, used);
        }

        today.Sink.Begin(today.Account.FirstMember, today.Day, AccountScript.AfterwardsSequence);
        if (today.Day > 0)
        {
            supportDesk.Step(ref today, ownerActive);
        }

        if (ownerActive && today.Day > 0)
        {
            stack.Step(ref today);
            billing.SellExtras(ref today, aiUse);
        }

        if (!today.Sink.Silent && calendar.Date(today.Day).DayOfWeek == DayOfWeek.Tuesday)
        {
            for (var i = 0; i < today.Members.Length; i++)
            {
                sessions.Newsletter(ref today, i);
            }
        }
    }

    /// <summary>In the very first moment the product's server makes known who its customers are.</summary>
    private void Introduce(in AccountDay today)
    {
        ref readonly var account = ref today.Account;
        for (var i = 0; i < today.Members.Length; i++)
        {
            if (today.Members[i].JoinDay < 0)
            {
                var customer = account.FirstMember + i;
                var detail = keys.Key(StreamPurpose.EventDetail, customer, -3);
                var snapshot = AccountSnapshot.Of(account).Bits;
                today.Sink.Begin(customer, today.Day, AccountScript.IntroductionSequence);
                today.Sink.Add(0, (int)SaasCall.Identify, detail, CallFlags.Server, b: account.TrialEndDay, state: snapshot);
                if (account.IsCompany)
                {
                    today.Sink.Add(1, (int)SaasCall.Group, detail, CallFlags.Server, state: snapshot);
                }
            }
        }

        today.Sink.Begin(account.FirstMember, today.Day, AccountScript.DecisionSequence);
    }
}
