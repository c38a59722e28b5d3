using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Trials, subscriptions and everything that is paid.</summary>
internal sealed class Billing(AccountScript script, WorkCalendar calendar, long end)
{
    private const int TrialDays = 14;

    /// <summary>How much likelier a subscription is in the month after the aha moment, and later.</summary>
    private const double FreshAhaFactor = 8;
    private const double OldAhaFactor = 3;

    /// <summary>Days after the first failed attempt at an invoice on which it is tried again.</summary>
    private static readonly int[] RetryAfterDays = [2, 3, 4];

    /// <summary>The share of failed invoices that the next attempt settles.</summary>
    private const double RetrySuccess = 0.62;

    /// <summary>Decides what the day brings to the subscription. May end the account, if it cannot be charged.</summary>
    public void Step(ref AccountDay today)
    {
        ref var account = ref today.Account;
        if (account.IsOnTrial && today.Day > account.TrialEndDay)
        {
            EndTrial(ref today);
        }
        else if (account.IsPaying && today.Day >= account.InvoiceDay)
        {
            Invoice(ref today);
        }
        else if (!account.IsPaying && !account.IsOnTrial && account.Phase == AccountPhase.Healthy)
        {
            ConsiderPaying(ref today);
        }
        else if (account.Plan == Plan.Team && account.Seats >= 6 && account.Phase == AccountPhase.Healthy && today.Random.Chance(0.0005))
        {
            Subscribe(ref today, Plan.Enterprise, yearly: true);
        }
    }

    /// <summary>Decides whether to begin a trial on the day of signing up.</summary>
    public void SignUp(ref AccountDay today, long time)
    {
        if (today.Random.Chance(today.Archetype.TrialAtSignUp))
        {
            StartTrial(ref today, time + (3 * SimulationTime.Minute));
        }
    }

    /// <summary>Sells something outside the subscription, now and then, to accounts that are at work.</summary>
    public void SellExtras(ref AccountDay today, float aiUse)
    {
        ref var account = ref today.Account;
        var credits = aiUse * 0.02 * (account.IsPaying ? 1 : 0.25) * (1 - (0.6 * today.Archetype.PriceSensitivity));
        if (today.Random.Chance(credits))
        {
            Charge(ref today, today.DrawMoment(), PriceList.AiCredits, 1);
        }
        else if (today.Random.Chance(0.0035 * (1 - (0.7 * today.Archetype.PriceSensitivity))))
        {
            Charge(ref today, today.DrawMoment(), PriceList.FirstTemplatePack + today.Random.NextInt(PriceList.TemplatePacks), 1);
        }
    }

    /// <summary>Goes back to the free plan and stays.</summary>
    public void Downgrade(ref AccountDay today, long time)
    {
        var before = AccountSnapshot.Of(today.Account);
        today.Account.Plan = Plan.Free;
        today.Account.IsYearly = false;
        today.Account.FailedAttempts = 0;
        script.Downgraded(ref today, time, before);
    }

    private static Plan SuitablePlan(in Account account) => account.IsCompany ? Plan.Team : Plan.Pro;

    private void StartTrial(ref AccountDay today, long time)
    {
        today.Account.HadTrial = true;
        today.Account.TrialEndDay = today.Day + TrialDays;
        script.TrialStarted(ref today, time);
    }

    private void EndTrial(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var chance = account.AhaDay >= account.SignUpDay ? today.Archetype.ConversionAfterAha : today.Archetype.ConversionBeforeAha;
        chance = Math.Clamp(chance * (1 + (0.25 * account.Willingness)) * (account.Phase == AccountPhase.Declining ? 0.3 : 1), 0, 0.97);
        account.TrialEndDay = -1;
        var converts = today.Random.Chance(chance);
        script.TrialEnded(ref today, today.Midnight + (6 * SimulationTime.Hour), converts);
        if (converts)
        {
            Subscribe(ref today, SuitablePlan(account), today.Random.Chance(today.Archetype.AnnualShare));
        }
    }

    private void ConsiderPaying(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var habit = today.Members[0].Habit;
        var sinceAha = today.Day - account.AhaDay;
        var aha = sinceAha > 100_000 ? 1 : sinceAha <= 30 ? FreshAhaFactor : OldAhaFactor;
        if (!account.HadTrial && today.Random.Chance(0.006 * habit * today.Archetype.TrialAtSignUp))
        {
            StartTrial(ref today, today.DrawMoment());
        }
        else if (today.Random.Chance(today.Archetype.UpgradePerDay * habit * aha * (1 + (0.25 * Math.Clamp(account.Willingness, -2, 2)))))
        {
            Subscribe(ref today, SuitablePlan(account), today.Random.Chance(today.Archetype.AnnualShare));
        }
    }

    private void Subscribe(ref AccountDay today, Plan plan, bool yearly)
    {
        ref var account = ref today.Account;
        var time = today.DrawMoment();
        var abandons = today.Random.Chance(0.08 + (0.25 * today.Archetype.PriceSensitivity));
        var fails = today.Random.Chance(0.03);
        var recovers = today.Random.Chance(0.7);
        if (abandons && account.Plan == Plan.Free)
        {
            script.CheckoutAbandoned(ref today, time, plan, yearly);
            return;
        }

        if (fails && !recovers)
        {
            script.CheckoutFailed(ref today, time, plan, yearly);
            return;
        }

        var before = AccountSnapshot.Of(account);
        account.Plan = plan;
        account.IsYearly = yearly;
        account.TrialEndDay = -1;
        account.InvoiceDay = calendar.AddMonths(today.Day, yearly ? 12 : 1);
        account.FailedAttempts = 0;
        var paidAt = script.Upgraded(ref today, time, before, fails);
        Charge(ref today, paidAt, PriceList.Subscription(plan, yearly), Quantity(account));
    }

    private void Invoice(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var time = today.Midnight + (5 * SimulationTime.Hour) + today.Random.NextInt((int)SimulationTime.Hour);
        var failure = account.FailedAttempts > 0 ? 1 - RetrySuccess : 0.02 + (0.04 * today.Archetype.PriceSensitivity);
        if (today.Random.Chance(failure))
        {
            Fail(ref today, time);
            return;
        }

        account.InvoiceDay = calendar.AddMonths(account.InvoiceDay, account.IsYearly ? 12 : 1);
        account.FailedAttempts = 0;
        Charge(ref today, time, PriceList.Subscription(account.Plan, account.IsYearly), Quantity(account));
    }

    private void Fail(ref AccountDay today, long time)
    {
        ref var account = ref today.Account;
        script.PaymentFailed(ref today, time, PriceList.Subscription(account.Plan, account.IsYearly), Quantity(account), account.FailedAttempts + 1);
        account.PaymentTroubleDay = today.Day;
        account.Satisfaction -= 0.1f;
        if (account.FailedAttempts < RetryAfterDays.Length)
        {
            account.InvoiceDay = today.Day + RetryAfterDays[account.FailedAttempts];
            account.FailedAttempts++;
            return;
        }

        var before = AccountSnapshot.Of(account);
        account.Plan = Plan.Free;
        account.IsYearly = false;
        account.FailedAttempts = 0;
        script.CancelledForNonPayment(ref today, time + SimulationTime.Minute, before);
    }

    private void Charge(ref AccountDay today, long time, int item, int quantity)
    {
        var cents = (long)PriceList.Cents(item, today.Day) * quantity;
        if (time >= end && time < end + (SimulationTime.ContinuationDays * SimulationTime.Day))
        {
            today.Account.FutureCents += cents;
        }

        script.Paid(ref today, time, item, quantity, PriceList.Cents(item, today.Day));
        today.Account.Orders++;
    }

    private static int Quantity(in Account account) => account.Plan == Plan.Pro ? 1 : Math.Max(2, (int)account.Seats);
}
