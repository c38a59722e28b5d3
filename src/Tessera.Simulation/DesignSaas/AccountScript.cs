using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>
/// The calls that an account's owner and the product's server make when something is decided. Timing and details come from
/// streams of their own, never from the decisions' stream.
/// </summary>
internal sealed class AccountScript(StreamKeys keys)
{
    /// <summary>Sequences of an owner's calls about the account, before and after the members' day, and of sessions.</summary>
    public const int DecisionSequence = 0;
    public const int AfterwardsSequence = 1024;
    public const int SessionSequence = 2048;
    public const int IntroductionSequence = 3584;

    /// <summary>Visits before signing up begin at most so many days before.</summary>
    public const int ProspectDays = 10;

    /// <summary>The share of accounts whose owner is seen on the site before signing up.</summary>
    private const double SeenBeforeShare = 0.6;

    private const double VisitPerProspectDay = 0.22;

    private static readonly SaasCall[] PublicPages = [SaasCall.FeaturesPage, SaasCall.TemplatesPage, SaasCall.BlogPage];

    /// <summary>On some of the days before signing up, the later owner visits the public pages without being known.</summary>
    public void Prospect(ref AccountDay today)
    {
        var traits = keys.Stream(StreamPurpose.EventDetail, today.Number, -1);
        var details = Details(today, 1);
        if (!traits.Chance(SeenBeforeShare) || !details.Chance(VisitPerProspectDay))
        {
            return;
        }

        var time = today.Midnight + Math.Max(5 * SimulationTime.Hour, WorkCalendar.DrawTimeOfDay(today.Archetype.Hours, ref details));
        var flags = CallFlags.Anonymous | DeviceOf(today.Members[0], ref details);
        Add(today, SaasCall.LandingPage, time, ref details, flags);
        var pages = details.Poisson(1.5);
        for (var i = 0; i < pages; i++)
        {
            time += Pause(ref details, 40);
            var wantsPrice = details.Chance(0.15 + (0.35 * today.Archetype.PriceSensitivity));
            var other = PublicPages[details.NextInt(PublicPages.Length)];
            Add(today, wantsPrice ? SaasCall.PricingPage : other, time, ref details, flags);
        }
    }

    /// <summary>Signing up, with the survey that newcomers are asked to fill in. Returns when it was.</summary>
    public long SignedUp(ref AccountDay today)
    {
        var details = Details(today, 2);
        var time = today.Midnight + Math.Max(5 * SimulationTime.Hour, WorkCalendar.DrawTimeOfDay(today.Archetype.Hours, ref details));
        var flags = DeviceOf(today.Members[0], ref details);
        Add(today, SaasCall.LandingPage, time, ref details, flags | CallFlags.Anonymous);
        Add(today, SaasCall.SignUpPage, time + Pause(ref details, 30), ref details, flags | CallFlags.Anonymous);
        var signedUp = time + (4 * SimulationTime.Minute);
        Add(today, SaasCall.Identify, signedUp, ref details, flags, b: today.Account.TrialEndDay);
        Add(today, SaasCall.SignedUp, signedUp + 300, ref details, flags);
        if (today.Account.IsCompany)
        {
            Add(today, SaasCall.Group, signedUp + 800, ref details, flags);
        }

        AnswerOnboarding(ref today, signedUp + SimulationTime.Minute, flags);
        return signedUp;
    }

    /// <summary>A member other than the owner accepts the owner's invitation.</summary>
    public void Joined(ref AccountDay today, int member)
    {
        var details = Details(today, 100 + member);
        var customer = today.Account.FirstMember + member;
        var time = today.Midnight + (8 * SimulationTime.Hour) + details.NextInt((int)SimulationTime.Hour);
        Add(today, SaasCall.InviteSent, time, ref details, CallFlags.None, a: customer);
        today.Sink.Begin(customer, today.Day);
        var flags = DeviceOf(today.Members[member], ref details);
        time += SimulationTime.Minute + Pause(ref details, 1200);
        Add(today, SaasCall.Identify, time, ref details, flags, b: today.Account.TrialEndDay);
        Add(today, SaasCall.InviteAccepted, time + 300, ref details, flags, a: today.Account.FirstMember);
        Add(today, SaasCall.Group, time + 700, ref details, flags);
        today.Sink.Begin(today.Account.FirstMember, today.Day, 200 + (8 * member));
    }

    /// <summary>The owner removes a member who has left the company.</summary>
    public void Removed(ref AccountDay today, int member, long time)
    {
        var details = Details(today, 200 + member);
        today.Sink.Begin(today.Account.FirstMember, today.Day, 600 + member);
        Add(today, SaasCall.MemberRemoved, time, ref details, CallFlags.None, a: today.Account.FirstMember + member);
    }

    public void TrialStarted(ref AccountDay today, long time)
    {
        var details = Details(today, 3);
        Add(today, SaasCall.TrialStarted, time, ref details, CallFlags.None, a: today.Account.TrialEndDay);
        IdentifyMembers(ref today, time + 400, ref details);
    }

    public void TrialEnded(ref AccountDay today, long time, bool converts)
    {
        var details = Details(today, 4);
        Add(today, SaasCall.TrialEnded, time, ref details, CallFlags.Server, a: converts ? 1 : 0);
        IdentifyMembers(ref today, time + 400, ref details);
    }

    public void CheckoutAbandoned(ref AccountDay today, long time, Plan plan, bool yearly)
    {
        var details = Details(today, 5);
        Add(today, SaasCall.PricingPage, time, ref details, CallFlags.None);
        Add(today, SaasCall.CheckoutStarted, time + SimulationTime.Minute, ref details, CallFlags.None, a: Pack(plan, yearly));
    }

    public void CheckoutFailed(ref AccountDay today, long time, Plan plan, bool yearly)
    {
        CheckoutAbandoned(ref today, time, plan, yearly);
        PaymentFailed(ref today, time + (3 * SimulationTime.Minute), PriceList.Subscription(plan, yearly), 1, attempt: 1);
    }

    /// <summary>A checkout that succeeds, perhaps at the second attempt. Returns when it was paid.</summary>
    public long Upgraded(ref AccountDay today, long time, AccountSnapshot before, bool failsFirst)
    {
        var details = Details(today, 6);
        var flags = CallFlags.None;
        ref readonly var account = ref today.Account;
        Add(today, SaasCall.PricingPage, time, ref details, flags);
        Add(today, SaasCall.CheckoutStarted, time + SimulationTime.Minute, ref details, flags, a: Pack(account.Plan, account.IsYearly));
        if (failsFirst)
        {
            PaymentFailed(ref today, time + (2 * SimulationTime.Minute), PriceList.Subscription(account.Plan, account.IsYearly), 1, attempt: 1);
        }

        var done = time + (5 * SimulationTime.Minute);
        Add(today, SaasCall.PlanChanged, done, ref details, flags, a: (int)before.Bits);
        Add(today, SaasCall.PlanUpgraded, done + 100, ref details, flags, a: (int)before.Bits);
        IdentifyMembers(ref today, done + 400, ref details);
        AddGroup(ref today, done + 700, ref details);
        return done - 500;
    }

    public void Downgraded(ref AccountDay today, long time, AccountSnapshot before)
    {
        var details = Details(today, 7);
        Add(today, SaasCall.BillingPage, time, ref details, CallFlags.None);
        Add(today, SaasCall.CancelPage, time + Pause(ref details, 20), ref details, CallFlags.None);
        var done = time + (10 * SimulationTime.Minute);
        Add(today, SaasCall.PlanChanged, done, ref details, CallFlags.None, a: (int)before.Bits);
        Add(today, SaasCall.PlanDowngraded, done + 100, ref details, CallFlags.None, a: (int)before.Bits);
        IdentifyMembers(ref today, done + 400, ref details);
        AddGroup(ref today, done + 700, ref details);
    }

    /// <summary>A cancellation that is also a goodbye. Returns the moment of the last call.</summary>
    public long Cancelled(ref AccountDay today, long time, AccountSnapshot before)
    {
        var details = Details(today, 8);
        var flags = CallFlags.None;
        Add(today, SaasCall.BillingPage, time, ref details, flags);
        Add(today, SaasCall.CancelPage, time + (15 * SimulationTime.Second), ref details, flags);
        if (details.Chance(0.7))
        {
            Add(today, SaasCall.SurveyAnswered, time + SimulationTime.Minute, ref details, flags, a: SurveyKind.Exit, b: (int)today.Account.Cause);
        }

        EndSubscription(ref today, time + (2 * SimulationTime.Minute), before, (int)today.Account.Cause, flags, ref details);
        return time + (2 * SimulationTime.Minute) + 400;
    }

    /// <summary>The subscription ends because it could not be charged; the account stays, on the free plan.</summary>
    public void CancelledForNonPayment(ref AccountDay today, long time, AccountSnapshot before)
    {
        var details = Details(today, 9);
        EndSubscription(ref today, time, before, NonPayment, CallFlags.Server, ref details);
    }

    /// <summary>The reason of a cancellation that nobody chose, after the values of <see cref="DepartureCause"/>.</summary>
    public const int NonPayment = 5;

    /// <summary>The owner connects another service.</summary>
    public void Connected(ref AccountDay today, long time, int integration)
    {
        var details = Details(today, 30);
        Add(today, SaasCall.IntegrationConnected, time, ref details, CallFlags.None, a: integration);
        Add(today, SaasCall.Identify, time + 300, ref details, CallFlags.None, b: today.Account.TrialEndDay);
    }

    public void PaymentFailed(ref AccountDay today, long time, int item, int quantity, int attempt)
    {
        var details = Details(today, 10);
        Add(today, SaasCall.PaymentFailed, time, ref details, CallFlags.Server, a: item | (quantity << 8), b: attempt);
    }

    public void Paid(ref AccountDay today, long time, int item, int quantity, int cents)
    {
        var details = Details(today, 11 + item);
        today.Sink.Add(
            time, (int)SaasCall.OrderCompleted, details.NextBits(), CallFlags.Server, a: item | (quantity << 8), b: cents, state: today.Account.Orders);
    }

    private static void EndSubscription(
        ref AccountDay today, long time, AccountSnapshot before, int reason, CallFlags flags, ref RandomStream details)
    {
        Add(today, SaasCall.SubscriptionCancelled, time, ref details, flags, a: reason, b: (int)before.Bits);
        Add(today, SaasCall.PlanChanged, time + 100, ref details, flags, a: (int)before.Bits);
        IdentifyMembers(ref today, time + 400, ref details);
    }

    private void AnswerOnboarding(ref AccountDay today, long time, CallFlags flags)
    {
        var details = Details(today, 40);
        if (details.Chance(0.65))
        {
            var goal = Psychographics.DrawGoal(today.Account.Archetype, ref details);
            var value = Psychographics.DrawValue(today.Account.Archetype, ref details);
            Add(today, SaasCall.SurveyAnswered, time, ref details, flags, a: SurveyKind.Onboarding, b: goal | (value << 8) | (details.NextInt(3) << 16));
        }
    }

    /// <summary>The server tells of all members what has become of their subscription.</summary>
    private static void IdentifyMembers(ref AccountDay today, long time, ref RandomStream details)
    {
        Add(today, SaasCall.Identify, time, ref details, CallFlags.Server, b: today.Account.TrialEndDay);
        var ownersNext = today.Sink.NextSequence;
        for (var i = 1; i < today.Members.Length; i++)
        {
            if (today.Members[i].JoinDay < today.Day && today.Members[i].LeftAt == long.MaxValue)
            {
                // Others make no decisions of their own, so the owner's sequences are free for them.
                today.Sink.Begin(today.Account.FirstMember + i, today.Day, ownersNext);
                Add(today, SaasCall.Identify, time, ref details, CallFlags.Server, b: today.Account.TrialEndDay);
            }
        }

        today.Sink.Begin(today.Account.FirstMember, today.Day, ownersNext);
    }

    private static void AddGroup(ref AccountDay today, long time, ref RandomStream details)
    {
        if (today.Account.IsCompany)
        {
            Add(today, SaasCall.Group, time, ref details, CallFlags.Server);
        }
    }

    private static int Pack(Plan plan, bool yearly) => (int)plan | (yearly ? 4 : 0);

    private static CallFlags DeviceOf(in Member member, ref RandomStream details) =>
        details.NextInt(100) < member.MobilePercent ? CallFlags.Mobile : CallFlags.None;

    private static long Pause(ref RandomStream details, double meanSeconds) =>
        SimulationTime.Second + (long)(details.Exponential(1 / meanSeconds) * SimulationTime.Second);

    private static void Add(
        in AccountDay today, SaasCall call, long time, ref RandomStream details, CallFlags flags, int a = 0, int b = 0) =>
        today.Sink.Add(time, (int)call, details.NextBits(), flags, a, b, AccountSnapshot.Of(today.Account).Bits);

    /// <summary>A stream for the details of one of the day's scripts.</summary>
    private RandomStream Details(in AccountDay today, int script) =>
        keys.Stream(StreamPurpose.EventDetail, today.Number, ((long)(today.Day + 1) << 10) | (uint)script);
}
