using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Publishing;

/// <summary>
/// Numbers the identical lines of each order and sees which free lines are corrections of stock, as long as the lines of an order are
/// not far apart; in constant memory.
/// </summary>
/// <remarks>An order is followed while lines of it are in blocks that have not been sent yet.</remarks>
internal sealed class OrderNumbering
{
    private readonly Dictionary<LineText, Order> open = [];
    private readonly Stack<Order> spare = [];
    private OrderSet? seen = new();
    private Order? current;

    /// <summary>
    /// Whether everything is right. It is not once a line of an order turned up after the order was thought to be over, or might
    /// have: there are more orders than can be remembered.
    /// </summary>
    public bool IsRight => seen is not null;

    /// <summary>Adds a line to a block, with its number.</summary>
    public void Add(StagedOrderLine line, OrderLineBlock block)
    {
        if (seen is not { } orders)
        {
            block.Add(line, null);
            return;
        }

        if (current is null || !current.Id.Equals(line.OrderId))
        {
            current = Find(line.OrderId, orders);
        }

        var hasPrice = line.OriginalAmount != 0;
        if (hasPrice && current.WasCorrected)
        {
            GiveUp();
        }

        current.HasPrice |= hasPrice;
        current.Last = block;
        if (!current.HasPrice && line.Kind == OrderLineKinds.Free && line.ProfileId == Guid.Empty)
        {
            current.Free.Add((block, block.Count));
        }

        block.Add(line, current);
    }

    /// <summary>Corrects a block's lines by what is known now of their orders; it is going to be sent.</summary>
    public void Settle(OrderLineBlock block)
    {
        foreach (var order in open.Values)
        {
            if (!order.HasPrice && order.Free.Count > 0)
            {
                foreach (var (_, row) in order.Free.Where(line => line.Block == block))
                {
                    block.Correct(row);
                    order.WasCorrected = true;
                }
            }

            order.Free.RemoveAll(line => line.Block == block);
            if (order.Last == block)
            {
                open.Remove(order.Id);
                spare.Push(order);
            }
        }

        current = null;
    }

    private Order Find(LineText id, OrderSet orders)
    {
        if (open.TryGetValue(id, out var known))
        {
            return known;
        }

        if (orders.IsFull || !orders.Add((ulong)(ContentHash.Of(id.Utf8) & ulong.MaxValue)))
        {
            GiveUp();
        }

        var order = spare.TryPop(out var used) ? used : new Order();
        order.Begin(id);
        open.Add(id, order);
        return order;
    }

    private void GiveUp() => seen = null;

    /// <summary>What is known of one order.</summary>
    internal sealed class Order
    {
        // A table that one huge order made large would be slow to clear for the small ones after it.
        private const int LargeOrder = 256;

        private Dictionary<UInt128, uint> numbers = [];

        public LineText Id { get; private set; } = LineText.Empty;

        public bool HasPrice { get; set; }

        public bool WasCorrected { get; set; }

        public OrderLineBlock? Last { get; set; }

        /// <summary>Lines that are corrections of stock unless the order has a price.</summary>
        public List<(OrderLineBlock Block, int Row)> Free { get; } = [];

        public void Begin(LineText id)
        {
            Id = id;
            (HasPrice, WasCorrected, Last) = (false, false, null);
            Free.Clear();
            if (numbers.Count > LargeOrder)
            {
                numbers = [];
            }

            numbers.Clear();
        }

        /// <summary>The number of the next line with this key, from 1.</summary>
        public uint Number(UInt128 key)
        {
            ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out _);
            return ++number;
        }
    }
}
