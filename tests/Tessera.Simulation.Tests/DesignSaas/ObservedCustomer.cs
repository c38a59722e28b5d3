using Tessera.Simulation.DesignSaas;

namespace Tessera.Simulation.Tests.DesignSaas;

/// <summary>What an observer of the calls could count about one customer, next to the truth.</summary>
internal sealed class ObservedCustomer(CustomerTruth truth, int days)
{
    public CustomerTruth Truth { get; } = truth;

    /// <summary>Calls by kind.</summary>
    public int[] Calls { get; } = new int[Enum.GetValues<SaasCall>().Length];

    /// <summary>Days (UTC) on which the customer did something on a device.</summary>
    public bool[] ActiveDays { get; } = new bool[days];

    /// <summary>The day of the first use of each feature, or −1 when it was not used for the first time while observed.</summary>
    public int[] FirstUse { get; } = [.. Enumerable.Repeat(-1, FeatureCatalogue.All.Length)];

    /// <summary>Uses of AI features.</summary>
    public int AiUses { get; set; }

    /// <summary>Sessions on a mobile device.</summary>
    public int MobileSessions { get; set; }

    public int FirstDay { get; set; } = -1;

    public int UpgradeDay { get; set; } = -1;

    public long LastCall { get; set; }

    public int Active => ActiveDays.Count(active => active);

    /// <summary>Observed days on which the customer was there.</summary>
    public int Present(DateTimeOffset start) =>
        Math.Max(1, (Truth.ChurnedAt is { } churned ? (int)(churned - start).TotalDays : ActiveDays.Length) - Math.Max(0, FirstDay));

    public int Of(SaasCall call) => Calls[(int)call];

    /// <summary>Calls of a kind per active day.</summary>
    public double PerActiveDay(SaasCall call) => Of(call) / (double)Math.Max(1, Active);

    /// <summary>How many features were tried for the first time.</summary>
    public int Tried => FirstUse.Count(day => day >= 0);
}
