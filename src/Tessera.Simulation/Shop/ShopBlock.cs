using System.Runtime.InteropServices;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>A block of shoppers and what is due from them.</summary>
internal sealed class ShopBlock(int first, int count)
{
    /// <summary>The number of the first shopper.</summary>
    public int First { get; } = first;

    public Shopper[] Shoppers { get; } = new Shopper[count];

    /// <summary>The day on which each shopper does something next.</summary>
    public int[] Due { get; } = new int[count];

    /// <summary>Parcels on their way back, by the instant of the refund; equal instants by customer.</summary>
    public PriorityQueue<PendingReturn, (long Time, int Customer, int Purchase)> Returns { get; } = new();
}

/// <summary>An order that will be refunded.</summary>
/// <param name="Customer">The shopper's number.</param>
/// <param name="Purchase">Which of the shopper's purchases.</param>
/// <param name="Time">When it is refunded.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingReturn(int Customer, int Purchase, long Time);
