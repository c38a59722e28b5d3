using Tessera.Simulation.DesignSaas;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Tests.DesignSaas;

/// <summary>How customers come, pay and go, and that the truth agrees with what is seen.</summary>
[Collection(ObservedPopulation.Name)]
public sealed class LifecycleTests(ObservedPopulation population)
{
    [Fact]
    public void Truth_AfterChurn_NothingIsCalled()
    {
        var start = population.Options.StartsAt;
        var churned = population.All.Where(customer => customer.Truth.ChurnedAt is not null).ToArray();

        churned.Length.ShouldBeInRange(300, 1200);
        churned.ShouldAllBe(customer => start.AddMilliseconds(customer.LastCall) <= customer.Truth.ChurnedAt);
    }

    [Fact]
    public void Truth_AfterChurn_NothingIsPaid()
    {
        population.All.ShouldAllBe(customer => customer.Truth.NextYearRevenue >= 0);
        population.All.Where(customer => customer.Truth.ChurnedAt is not null).ShouldAllBe(customer => customer.Truth.NextYearRevenue == 0);
    }

    /// <summary>
    /// The next year's revenue is what one would have seen by watching on: the orders of the 365 days after the end, summed. It
    /// also says that watching changes nothing, because the truth of a written simulation comes from a run that looks away.
    /// </summary>
    [Fact]
    public void Truth_NextYearRevenue_IsWhatWatchingOnWouldShow()
    {
        var end = population.Run.End;
        var paid = population.Run.Records
            .Where(record => record.Kind == (int)SaasCall.OrderCompleted && record.Time >= end && record.Time < end + (365 * SimulationTime.Day))
            .GroupBy(record => record.Customer)
            .ToDictionary(orders => orders.Key, orders => orders.Sum(order => (order.A >> 8) * (long)order.B) / 100m);
        var unwatched = Simulator.Truth(population.Options);

        for (var customer = 0; customer < population.All.Length; customer++)
        {
            unwatched[customer].ShouldBe(population.All[customer].Truth);
            unwatched[customer].NextYearRevenue.ShouldBe(paid.GetValueOrDefault(customer));
        }

        paid.Count.ShouldBeGreaterThan(200);
    }

    /// <summary>The last four weeks before leaving are much quieter than the customer's usual ones; nobody else shows that.</summary>
    [Fact]
    public void Churn_IsPrecededByDecline()
    {
        double usual = 0, last = 0, steadyUsual = 0, steadyLast = 0;
        foreach (var customer in population.All)
        {
            var end = customer.Truth.ChurnedAt is { } churned ? (int)(churned - population.Options.StartsAt).TotalDays : population.Options.Days;
            if (end - customer.FirstDay < 180)
            {
                continue;
            }

            var before = customer.ActiveDays[(end - 178)..(end - 94)].Count(active => active) / 3.0;
            var after = customer.ActiveDays[(end - 28)..end].Count(active => active);
            if (customer.Truth.ChurnedAt is null)
            {
                steadyUsual += before;
                steadyLast += after;
            }
            else
            {
                usual += before;
                last += after;
            }
        }

        (last / usual).ShouldBeLessThan(0.55);

        // December is a quiet month for everybody.
        (steadyLast / steadyUsual).ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void Upgrade_FollowsTheAhaMoment()
    {
        var newcomers = population.All.Where(customer => customer.FirstDay is > 0 and < 240 && customer.Of(SaasCall.SignedUp) > 0).ToArray();
        var withAha = newcomers.Where(customer => customer.FirstUse[FeatureCatalogue.BrandKit] is >= 0 and var day && (customer.UpgradeDay < 0 || day <= customer.UpgradeDay)).ToArray();
        var without = newcomers.Except(withAha).ToArray();

        withAha.Length.ShouldBeGreaterThan(60);
        var rate = withAha.Count(customer => customer.UpgradeDay >= 0) / (double)withAha.Length;
        rate.ShouldBeGreaterThan(1.6 * without.Count(customer => customer.UpgradeDay >= 0) / (double)without.Length);
    }

    [Fact]
    public void Archetypes_LeaveAtTheirOwnRates()
    {
        double Rate(string archetype) => population.OfArchetype(archetype).Count(customer => customer.Truth.ChurnedAt is not null)
            / population.OfArchetype(archetype).Sum(customer => customer.Present(population.Options.StartsAt) / 365.0);

        Rate("casual").ShouldBeGreaterThan(1.4 * Rate("power-user"));
        Rate("price-sensitive").ShouldBeGreaterThan(1.4 * Rate("power-user"));
        Rate("feature-locked").ShouldBeGreaterThan(1.2 * Rate("agency"));
    }

    [Fact]
    public void Archetypes_AreWorthDifferentAmounts()
    {
        population.Mean("power-user", customer => (double)customer.Truth.NextYearRevenue)
            .ShouldBeGreaterThan(3 * population.Mean("casual", customer => (double)customer.Truth.NextYearRevenue));
        population.Mean("agency", customer => (double)customer.Truth.NextYearRevenue)
            .ShouldBeGreaterThan(3 * population.Mean("feature-locked", customer => (double)customer.Truth.NextYearRevenue));
    }

    [Fact]
    public void Plans_ChangeOnlyByCallsThatSaySo()
    {
        // For each owner, each change of plan starts from the plan that the one before it ended with.
        var plans = new Dictionary<int, Plan>();
        foreach (var record in population.Run.Observed.Where(record => record.Kind == (int)SaasCall.PlanChanged))
        {
            var before = new AccountSnapshot((uint)record.A).Plan;
            plans.GetValueOrDefault(record.Customer, before).ShouldBe(before);
            plans[record.Customer] = new AccountSnapshot(record.State).Plan;
        }

        plans.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Prices_RiseOnTheDayOfTheTimeline()
    {
        var pro = population.Run.Observed.Where(record => record.Kind == (int)SaasCall.OrderCompleted && (record.A & 0xFF) == PriceList.ProMonthly).ToArray();
        var rise = ProductTimeline.PriceRiseDay * SimulationTime.Day;

        pro.Where(order => order.Time < rise - SimulationTime.Day).ShouldAllBe(order => order.B == 1500);
        pro.Where(order => order.Time > rise + SimulationTime.Day).ShouldAllBe(order => order.B == 1800);
        pro.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Invoices_OfOneSubscription_ComeMonthlyAndOnlyToPayers()
    {
        // Customers who paid monthly for the whole year got about twelve invoices.
        var counts = population.Run.Observed
            .Where(record => record.Kind == (int)SaasCall.OrderCompleted && (record.A & 0xFF) == PriceList.ProMonthly)
            .GroupBy(record => record.Customer).Select(orders => orders.Count()).ToArray();

        counts.Max().ShouldBeInRange(12, 13);
    }

    [Fact]
    public void Trials_LastFourteenDays()
    {
        var started = population.Run.Observed.Where(record => record.Kind == (int)SaasCall.TrialStarted).ToDictionary(record => record.Customer);
        var ended = population.Run.Observed.Where(record => record.Kind == (int)SaasCall.TrialEnded).ToArray();

        ended.Length.ShouldBeGreaterThan(150);
        ended.ShouldAllBe(record => record.Step - started[record.Customer].Step == 15);
    }

    [Fact]
    public void Tickets_AreResolvedOnceEach()
    {
        var opened = population.Run.Observed.Where(record => record.Kind == (int)SaasCall.SupportTicketCreated)
            .ToDictionary(record => (record.Customer, record.State >> 12));
        var resolved = population.Run.Observed.Where(record => record.Kind == (int)SaasCall.SupportTicketResolved).ToArray();

        resolved.Select(record => (record.Customer, record.State >> 12)).ShouldBeUnique();
        resolved.ShouldAllBe(record => opened[new ValueTuple<int, uint>(record.Customer, record.State >> 12)].Time < record.Time);
        resolved.Length.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Members_OfACompany_HaveOneAccountAndItsOwnerPays()
    {
        var run = (DesignSaasRun)population.Run.Run;
        bool IsOwner(int customer) => run.AccountOf(customer).FirstMember == customer;
        var payers = population.Run.Observed.Where(record => record.Kind == (int)SaasCall.OrderCompleted).Select(record => record.Customer).Distinct();

        payers.Count(customer => !IsOwner(customer)).ShouldBe(0);
        population.All.Index().Where(one => !IsOwner(one.Index)).ShouldAllBe(one => one.Item.Truth.NextYearRevenue == 0);
    }
}
