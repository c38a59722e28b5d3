using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Tickets, and how their handling moves the account's satisfaction.</summary>
internal sealed class SupportDesk(StreamKeys keys)
{
    /// <summary>Median hours until a ticket is resolved, by plan.</summary>
    private static readonly double[] MedianHours = [40, 18, 12, 4];

    /// <summary>A resolution within so many hours pleases; beyond the second it angers.</summary>
    private const double QuickHours = 12;
    private const double SlowHours = 48;

    /// <summary>Resolves the open ticket when it is due, or opens one after a day at work.</summary>
    public void Step(ref AccountDay today, bool wasActive)
    {
        ref var account = ref today.Account;
        if (account.TicketDueDay != Account.Never)
        {
            if (today.Day >= account.TicketDueDay)
            {
                Resolve(ref today);
            }

            return;
        }

        var troubled = account.Phase == AccountPhase.Declining && account.Cause == DepartureCause.Quality ? 4 : 1;
        var rate = today.Archetype.TicketsPerActiveDay * troubled * (1 + Math.Max(0, -account.Satisfaction));
        if (wasActive && today.Random.Chance(rate))
        {
            Open(ref today);
        }
    }

    private void Open(ref AccountDay today)
    {
        ref var account = ref today.Account;
        account.TicketOpenedAt = today.DrawMoment();
        var hours = today.Random.LogNormal(MedianHours[(int)account.Plan], 0.9);
        account.TicketDueDay = today.Day + (int)Math.Min(30, hours / 24);
        var details = keys.Stream(StreamPurpose.EventDetail, today.Number, -1000 - account.Tickets);
        account.TicketTopic = (byte)DrawTopic(ref today);
        Add(today, SaasCall.SupportTicketCreated, account.TicketOpenedAt, ref details, CallFlags.None, account.TicketTopic, Mood(account));
    }

    private void Resolve(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var earliest = Math.Max(today.Midnight + (9 * SimulationTime.Hour), account.TicketOpenedAt + (20 * SimulationTime.Minute));
        var time = earliest + today.Random.NextInt((int)(3 * SimulationTime.Hour));
        var hours = (time - account.TicketOpenedAt) / (double)SimulationTime.Hour;
        account.Satisfaction += hours < QuickHours ? 0.08f : hours > SlowHours ? -0.3f : 0;
        account.TicketDueDay = Account.Never;

        var topic = account.TicketTopic;
        var details = keys.Stream(StreamPurpose.EventDetail, today.Number, -2_000_000 - account.Tickets);
        Add(today, SaasCall.SupportTicketResolved, time, ref details, CallFlags.Server, topic, (int)Math.Round(hours * 10));
        if (details.Chance(0.4))
        {
            var score = Math.Clamp((int)Math.Floor(details.Normal(4.1 + (1.2 * account.Satisfaction) - (hours > SlowHours ? 1 : 0), 0.8) + 0.5), 1, 5);
            Add(today, SaasCall.SurveyAnswered, time + (15 * SimulationTime.Minute), ref details, CallFlags.None, SurveyKind.WithScore(SurveyKind.Satisfaction, score), topic);
        }

        account.Tickets++;
    }

    private static int DrawTopic(ref AccountDay today)
    {
        var draw = today.Random.NextDouble();
        var general = today.Random.NextInt(SupportTopics.GeneralCount);
        var price = 0.08 + (0.3 * today.Archetype.PriceSensitivity);
        var team = today.Account.IsCompany ? 0.3 : 0;
        if (draw < price)
        {
            return SupportTopics.Billing;
        }

        if (draw < price + team)
        {
            return SupportTopics.Collaboration;
        }

        return today.Account.Phase == AccountPhase.Declining && today.Account.Cause == DepartureCause.Quality
            ? SupportTopics.Performance
            : SupportTopics.FirstGeneral + general;
    }

    private static int Mood(in Account account) => (int)Math.Round(account.Satisfaction * 100);

    private static void Add(in AccountDay today, SaasCall call, long time, ref RandomStream details, CallFlags flags, int a, int b) =>
        today.Sink.Add(time, (int)call, details.NextBits(), flags, a, b, (AccountSnapshot.Of(today.Account).Bits & 0xFFF) | ((uint)today.Account.Tickets << 12));
}
