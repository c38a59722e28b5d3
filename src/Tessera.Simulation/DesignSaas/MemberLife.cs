using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>What a member does on a day: whether they work, what new they try, how the habit moves.</summary>
internal sealed class MemberLife(StreamKeys keys, WorkCalendar calendar, SessionScript sessions, AccountScript script)
{
    /// <summary>Mood is an autoregressive process over weeks: how much stays, and the deviation of what is new.</summary>
    private const double MoodMemory = 0.75;
    private const double MoodDeviation = 0.28;

    /// <summary>The probability that a week is spent elsewhere, outside and inside July and August.</summary>
    private const double WeekOff = 0.035;
    private const double SummerWeekOff = 0.11;
    private const float WeekOffActivity = 0.04f;

    /// <summary>Members other than the owner who leave, per year.</summary>
    private const double LeavesPerYear = 0.12;

    /// <summary>New customers are more active: the first day, and after how many days the surplus has halved.</summary>
    private const double NewcomerSurplus = 1.2;
    private const double NewcomerHalfLifeDays = 12;

    private const float HabitDays = 14;

    /// <summary>Probability per active day of following others to a new AI feature, at its launch.</summary>
    private const double AiImitation = 0.001;

    private static readonly uint AiFeatures = FeatureCatalogue.GroupMask(FeatureGroup.Ai);

    /// <summary>Moves a member through the day.</summary>
    /// <returns>The share of the member's features that are AI, when active; −1 when not.</returns>
    public float Step(ref AccountDay today, int index)
    {
        ref var member = ref today.Members[index];
        if (today.Day < member.JoinDay || member.LeftAt != long.MaxValue)
        {
            return -1;
        }

        var customer = today.Account.FirstMember + index;
        var random = keys.Stream(StreamPurpose.MemberDay, customer, today.Day);
        if (today.Day == member.JoinDay && index > 0)
        {
            today.Account.Seats++;
            script.Joined(ref today, index);
            return -1;
        }

        if (index > 0 && today.Day > AccountFactory.JoiningDays && random.Chance(LeavesPerYear / 365))
        {
            Leave(ref today, ref member, index, ref random);
            return -1;
        }

        // Weeks turn on different days for different members, so that moods do not change in step.
        if ((today.Day + customer) % 7 == 0)
        {
            TurnWeek(ref today, ref member, ref random);
        }

        var active = random.Chance(Math.Min(0.97, Activity(today, member)));
        member.Habit += ((active ? 1 : 0) - member.Habit) / HabitDays;
        if (!active)
        {
            return -1;
        }

        var tried = Explore(ref today, ref member, ref random);
        var count = 1 + random.Poisson(today.Archetype.SessionsPerDay - 1);
        if (!today.Sink.Silent)
        {
            sessions.Day(ref today, index, count, tried);
        }

        return System.Numerics.BitOperations.PopCount(member.Features & AiFeatures) / (float)System.Numerics.BitOperations.PopCount(AiFeatures);
    }

    private double Activity(in AccountDay today, in Member member)
    {
        var weekend = today.Archetype.WeekendFactor;
        var perWorkingDay = today.Archetype.ActiveDaysPerWeek / (5 + (2 * weekend));
        var tenure = today.Day - member.JoinDay;
        var newcomer = tenure > 90 ? 1 : 1 + (NewcomerSurplus * Halvings[tenure]);
        return perWorkingDay * (calendar.IsWeekend(today.Day) ? weekend : 1) * newcomer * member.Drive
            * calendar.Factor(today.Account.Country, today.Day) * Departures.ActivityFactor(today.Account, today.Day);
    }

    private void TurnWeek(ref AccountDay today, ref Member member, ref RandomStream random)
    {
        member.Mood = (float)((MoodMemory * member.Mood) + random.Normal(0, MoodDeviation));
        var summer = calendar.Date(today.Day).Month is 7 or 8;
        var off = random.Chance(summer ? SummerWeekOff : WeekOff);
        member.Drive = off ? WeekOffActivity : (float)PortableMath.Exp(member.Eagerness + member.Mood);
    }

    private void Leave(ref AccountDay today, ref Member member, int index, ref RandomStream random)
    {
        // At the end of the day, when everything else that was decided on it has been told.
        member.LeftAt = today.Midnight + SimulationTime.Day + (10 * SimulationTime.Minute) + random.NextInt((int)SimulationTime.Hour);
        today.Account.Seats--;
        script.Removed(ref today, index, member.LeftAt);
    }

    /// <summary>Tries something new, perhaps. Returns the feature, or −1.</summary>
    private static int Explore(ref AccountDay today, ref Member member, ref RandomStream random)
    {
        var attempt = random.NextDouble();
        var pick = random.NextInt(FeatureCatalogue.EstablishedCount);
        var choice = NewestUnknownAi(member, today.Day);
        if (choice >= 0)
        {
            var spread = ProductTimeline.AiSpread(today.Day - FeatureCatalogue.All[choice].LaunchDay);
            if (attempt < (today.Archetype.AiEagerness + (AiImitation * spread)) * member.Openness)
            {
                member.Features |= 1U << choice;
                today.Account.Satisfaction += 0.05f;
                return choice;
            }
        }

        // One established feature comes to mind a day; it may be known already.
        choice = pick;
        var tenure = today.Day - member.JoinDay;
        var curiosity = today.Archetype.Curiosity * member.Openness * (tenure < 30 ? 2 : 1) * (today.Account.IsPaying || today.Account.IsOnTrial ? 1.6 : 1);
        if ((member.Features & (1U << choice)) != 0 || attempt < 1 - (1.5 * curiosity))
        {
            return -1;
        }

        member.Features |= 1U << choice;
        ref var account = ref today.Account;
        if (choice == FeatureCatalogue.BrandKit && account.AhaDay < account.SignUpDay)
        {
            account.AhaDay = today.Day;
            account.Satisfaction += 0.2f;
        }

        return choice;
    }

    private static int NewestUnknownAi(in Member member, int day)
    {
        for (var i = FeatureCatalogue.All.Length - 1; i >= FeatureCatalogue.EstablishedCount; i--)
        {
            if (day >= FeatureCatalogue.All[i].LaunchDay && (member.Features & (1U << i)) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    // 2^(−t/12) for t up to 90 days.
    private static readonly double[] Halvings =
        [.. Enumerable.Range(0, 91).Select(day => PortableMath.Exp(-day * 0.69314718055994531 / NewcomerHalfLifeDays))];
}
