using Tessera.Simulation.DesignSaas;
using Tessera.Simulation.Running;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.DesignSaas;

/// <summary>A year of 2,500 customers of the design tool, observed once for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class ObservedPopulation : ICollectionFixture<ObservedPopulation>
{
    public const string Name = "a year of the design tool";

    private const int Customers = 2500;

    public ObservedPopulation()
    {
        Options = Simulate.Small(Simulate.DesignSaas, Customers, days: 365, seed: 11);
        Run = RecordedRun.Of(Options, withNextYear: true);
        All = [.. Enumerable.Range(0, Customers).Select(customer => new ObservedCustomer(Run.Run.Truth(customer), Options.Days))];
        foreach (var record in Run.Observed)
        {
            Count(All[record.Customer], record);
        }
    }

    internal SimulationOptions Options { get; }

    internal RecordedRun Run { get; }

    internal ObservedCustomer[] All { get; }

    internal ObservedCustomer[] OfArchetype(string name) => [.. All.Where(customer => customer.Truth.Archetype == name)];

    internal double Mean(string archetype, Func<ObservedCustomer, double> value) => OfArchetype(archetype).Average(value);

    private static void Count(ObservedCustomer customer, in EventRecord record)
    {
        var call = (SaasCall)record.Kind;
        var day = (int)(record.Time / SimulationTime.Day);
        customer.Calls[record.Kind]++;
        customer.LastCall = record.Time;
        if (!record.Has(CallFlags.Anonymous) && customer.FirstDay < 0)
        {
            customer.FirstDay = day;
        }

        if (!record.Has(CallFlags.Server) && !record.Has(CallFlags.Anonymous))
        {
            customer.ActiveDays[day] = true;
        }

        switch (call)
        {
            case SaasCall.FeatureUsed:
                customer.AiUses += FeatureCatalogue.All[record.A].Group == FeatureGroup.Ai ? 1 : 0;
                customer.FirstUse[record.A] = record.B == 1 ? day : customer.FirstUse[record.A];
                break;
            case SaasCall.PlanUpgraded:
                customer.UpgradeDay = day;
                break;
            case SaasCall.SessionEnded when record.Has(CallFlags.Mobile):
                customer.MobileSessions++;
                break;
            default:
                break;
        }
    }
}
