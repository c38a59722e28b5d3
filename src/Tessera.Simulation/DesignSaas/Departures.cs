using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>
/// Losing interest and leaving. Leaving is a process with a beginning that can be seen: activity falls for weeks, help and
/// cancellation pages are visited, then the account leaves, downgrades, or finds back. A few leave without any sign.
/// </summary>
internal sealed class Departures(AccountScript script, Billing billing)
{
    /// <summary>Accounts that leave without a sign, per year.</summary>
    private const double SuddenPerYear = 0.06;

    /// <summary>The share of the usual activity that is left at the end of a decline. On the way there, the rest falls with the square of the time left.</summary>
    private const float LastActivity = 0.1f;

    /// <summary>Yearly subscribers decide so many days before the renewal, at most.</summary>
    private const int RenewalNoticeDays = 25;

    /// <summary>The share of the usual activity on a day, given the phase.</summary>
    public static float ActivityFactor(in Account account, int day)
    {
        if (account.Phase != AccountPhase.Declining)
        {
            return 1;
        }

        var progress = (day - account.DeclineDay) / (float)Math.Max(1, account.DecisionDay - account.DeclineDay);
        var left = Math.Max(0, 1 - progress);
        return LastActivity + ((1 - LastActivity) * left * left);
    }

    /// <summary>Decides what the day does to the account's phase.</summary>
    /// <returns>Whether the account left or changed its plan, so that nothing else is decided on the day.</returns>
    public bool Step(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var age = today.Day - account.SignUpDay;
        if (age < 2 || IsStillJoining(today))
        {
            return false;
        }

        if (account.Phase == AccountPhase.Declining)
        {
            return today.Day >= account.DecisionDay && Decide(ref today);
        }

        var draw = today.Random.NextDouble();
        var sudden = SuddenPerYear / 365 * (account.IsPaying ? 0.4 : 1);
        if (draw < sudden)
        {
            account.Cause = DepartureCause.NoNeed;
            Leave(ref today);
            return true;
        }

        if (draw < sudden + DeclineProbability(today, age))
        {
            account.Phase = AccountPhase.Declining;
            account.DeclineDay = today.Day;
            account.DecisionDay = today.Day + 14 + (int)today.Random.Gamma(2, 2 / 35.0);
            account.Cause = DrawCause(ref today);
        }

        return false;
    }

    /// <summary>A company stays at least until all its members have joined.</summary>
    private static bool IsStillJoining(in AccountDay today)
    {
        foreach (ref readonly var member in today.Members)
        {
            if (member.JoinDay >= today.Day)
            {
                return true;
            }
        }

        return false;
    }

    private static double DeclineProbability(in AccountDay today, int age)
    {
        ref readonly var account = ref today.Account;
        var perYear = account.IsPaying ? today.Archetype.PaidDeclinesPerYear : today.Archetype.FreeDeclinesPerYear;
        var factor = 1 + (1.4 * Math.Max(0, -account.Satisfaction));
        factor *= account.AhaDay >= account.SignUpDay ? 0.6 : 1;
        factor *= age < 60 && !account.IsPaying ? 1.8 : 1;
        factor *= account.IsOnTrial ? 0.3 : 1;
        factor *= today.Day - account.PaymentTroubleDay < 30 ? 2 : 1;
        if (account.IsPaying && today.Day - ProductTimeline.PriceRiseDay is >= 0 and < ProductTimeline.PriceRiseEchoDays)
        {
            factor *= 1 + (3 * today.Archetype.PriceSensitivity);
        }

        return Math.Min(0.2, perYear / 365 * factor);
    }

    private static DepartureCause DrawCause(ref AccountDay today)
    {
        ref readonly var account = ref today.Account;
        Span<double> weights = stackalloc double[5];
        weights[(int)DepartureCause.Price] = 0.3 + (2.5 * today.Archetype.PriceSensitivity);
        weights[(int)DepartureCause.MissingValue] = account.AhaDay >= account.SignUpDay ? 0.2 : 1.2;
        weights[(int)DepartureCause.Quality] = 0.4 + Math.Max(0, -2 * account.Satisfaction);
        weights[(int)DepartureCause.NoNeed] = 0.8;
        weights[(int)DepartureCause.Competitor] = 0.5;
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var rest = today.Random.NextDouble() * total;
        var cause = 0;
        while (cause < weights.Length - 1 && rest >= weights[cause])
        {
            rest -= weights[cause++];
        }

        return (DepartureCause)cause;
    }

    /// <summary>The end of a decline: wait for the renewal, find back, go back to the free plan, or leave.</summary>
    private bool Decide(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var recovers = today.Random.Chance(account.IsPaying ? 0.36 : 0.28);
        var downgrades = today.Random.Chance(account.Cause == DepartureCause.Price ? 0.5 : 0.15);
        var notice = 1 + today.Random.NextInt(RenewalNoticeDays);
        if (recovers)
        {
            account.Phase = AccountPhase.Healthy;
            account.Satisfaction = Math.Max(account.Satisfaction, 0.1f);
            return false;
        }

        if (account.IsPaying && account.IsYearly && account.InvoiceDay - today.Day > RenewalNoticeDays)
        {
            account.DecisionDay = account.InvoiceDay - notice;
            return false;
        }

        if (account.IsPaying && downgrades)
        {
            account.Phase = AccountPhase.Healthy;
            billing.Downgrade(ref today, today.DrawMoment());
            return true;
        }

        Leave(ref today);
        return true;
    }

    /// <summary>Ends the account: with a cancellation where there is something to cancel, else without a word.</summary>
    private void Leave(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var time = today.DrawMoment();
        var before = AccountSnapshot.Of(account);
        var wasPaying = account.IsPaying;
        account.Phase = AccountPhase.Gone;
        account.Plan = Plan.Free;
        account.TrialEndDay = -1;
        account.ChurnedAt = wasPaying ? script.Cancelled(ref today, time, before) : time;
    }
}
