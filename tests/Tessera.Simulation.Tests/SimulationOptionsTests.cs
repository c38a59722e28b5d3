using FsCheck;
using FsCheck.Fluent;

namespace Tessera.Simulation.Tests;

public sealed class SimulationOptionsTests
{
    private static readonly SimulationOptions Good = new() { Customers = 10 };

    [Fact]
    public void Validate_Defaults_Pass() => Should.NotThrow(Good.Validate);

    [Theory]
    [InlineData("customers", 0)]
    [InlineData("customers", SimulationOptions.MaxCustomers + 1)]
    [InlineData("days", 0)]
    [InlineData("days", SimulationOptions.MaxDays + 1)]
    [InlineData("threads", 0)]
    [InlineData("threads", SimulationOptions.MaxThreads + 1)]
    public void Problems_NumberOutOfRange_IsNamedWithItsValue(string name, int value)
    {
        var options = name switch
        {
            "customers" => Good with { Customers = value },
            "days" => Good with { Days = value },
            _ => Good with { Threads = value },
        };

        var problem = options.Problems().ShouldHaveSingleItem();
        problem.ShouldContain(name);
        problem.ShouldContain(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Problems_UnknownScenario_NamesTheKnownOnes()
    {
        var problem = (Good with { Scenario = "shopp" }).Problems().ShouldHaveSingleItem();

        problem.ShouldContain("shopp");
        problem.ShouldContain("design-saas");
        problem.ShouldContain("shop");
    }

    [Fact]
    public void Validate_SeveralProblems_ListsThemAll()
    {
        var options = new SimulationOptions { Customers = 0, Days = 0, Threads = 0, Scenario = "", Start = new DateOnly(1999, 12, 31) };

        Should.Throw<SimulationOptionsException>(options.Validate).Problems.Count.ShouldBe(5);
    }

    /// <summary>For any combination, there are exactly as many problems as values out of range, and Validate throws just then.</summary>
    [Fact]
    public void Problems_AnyOptions_AreAsManyAsValuesOutOfRange()
    {
        var options =
            from customers in Gen.Elements(-5, 0, 1, 1000, SimulationOptions.MaxCustomers, int.MaxValue)
            from days in Gen.Elements(-1, 0, 1, 365, SimulationOptions.MaxDays, SimulationOptions.MaxDays + 1)
            from threads in Gen.Elements(0, 1, 8, 1000)
            from scenario in Gen.Elements("shop", "design-saas", "Shop", "")
            from year in Gen.Choose(1900, 2200)
            select new SimulationOptions { Customers = customers, Days = days, Threads = threads, Scenario = scenario, Start = new DateOnly(year, 6, 1) };
        Prop.ForAll(options.ToArbitrary(), one =>
        {
            var wrong = (one.Customers is < 1 or > SimulationOptions.MaxCustomers ? 1 : 0)
                + (one.Days is < 1 or > SimulationOptions.MaxDays ? 1 : 0)
                + (one.Threads is < 1 or > SimulationOptions.MaxThreads ? 1 : 0)
                + (one.Scenario is "shop" or "design-saas" ? 0 : 1)
                + (one.Start < new DateOnly(2000, 1, 1) || one.Start > new DateOnly(2100, 1, 1) ? 1 : 0);
            var throws = false;
            try
            {
                one.Validate();
            }
            catch (SimulationOptionsException)
            {
                throws = true;
            }

            return one.Problems().Count == wrong && throws == wrong > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 1));
    }

    [Fact]
    public void Calls_BadOptions_AreRefusedBeforeTheFirstCall() =>
        Should.Throw<SimulationOptionsException>(() => Simulator.Calls(Good with { Days = 0 }));

    [Fact]
    public void Lines_OtherScenario_IsRefused() => Should.Throw<SimulationOptionsException>(() => ShopOrders.Lines(Good));
}
