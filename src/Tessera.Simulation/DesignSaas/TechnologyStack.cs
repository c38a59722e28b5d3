using System.Numerics;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The other services that an account connects to the tool.</summary>
internal sealed class TechnologyStack(AccountScript script)
{
    private const int MostConnected = 6;

    /// <summary>Which services an account from before has connected.</summary>
    public static ushort DrawInitial(in Account account, Archetype archetype, ref RandomStream random)
    {
        var chance = Math.Min(0.4, (account.IsCompany ? 0.18 : 0.02) + archetype.Curiosity);
        var connected = 0;
        for (var i = 0; i < Companies.Integrations.Count; i++)
        {
            connected |= random.Chance(chance) ? 1 << i : 0;
        }

        return (ushort)connected;
    }

    /// <summary>Connects something on an active day of the owner, now and then.</summary>
    public void Step(ref AccountDay today)
    {
        ref var account = ref today.Account;
        var chance = (0.06 * today.Archetype.Curiosity) + (account.IsCompany ? 0.006 : 0.0005);
        var service = today.Random.NextInt(Companies.Integrations.Count);
        if (today.Random.Chance(chance) && BitOperations.PopCount(account.Integrations) < MostConnected && (account.Integrations & (1 << service)) == 0)
        {
            account.Integrations |= (ushort)(1 << service);
            script.Connected(ref today, today.DrawMoment(), service);
        }
    }
}
