using System.Text.Json;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>One run of the shop.</summary>
internal sealed class ShopRun : IScenarioRun
{
    private const int BlockSize = 4096;

    private readonly ShopModel model;
    private readonly StreamKeys keys;
    private readonly BuyingClock[] clocks;
    private readonly ShopBlock[] blocks;
    private readonly ShopScript script;
    private readonly ShopPayloads payloads;
    private readonly bool ordersOnly;
    private readonly long end;
    private readonly DateTimeOffset start;

    /// <param name="options">Valid options.</param>
    /// <param name="model">The shop; by default the scenario's.</param>
    /// <param name="ordersOnly">Whether orders and refunds are the only calls wanted; they are the same as with all others.</param>
    public ShopRun(SimulationOptions options, ShopModel? model = null, bool ordersOnly = false)
    {
        this.model = model ?? ShopModel.Default;
        this.ordersOnly = ordersOnly;
        keys = new StreamKeys(options.Seed, CallSerializer.ScenarioNumber(options));
        start = options.StartsAt;
        end = options.Days * SimulationTime.Day;
        var clockDays = options.Days + SimulationTime.ContinuationDays + 2;
        clocks = this.model.HasRhythm
            ? [BuyingClock.Seasonal(options.Start, clockDays, gifts: false), BuyingClock.Seasonal(options.Start, clockDays, gifts: true)]
            : [BuyingClock.Even(clockDays), BuyingClock.Even(clockDays)];
        script = new ShopScript(keys, this.model);
        payloads = new ShopPayloads(this, keys, options);
        blocks = CreateBlocks(options.Customers, new ShopperFactory(this.model, keys, clocks, options.Days));
    }

    public int Blocks => blocks.Length;

    public IReadOnlyList<CallShape> Shapes => ShopCall.Shapes;

    public int BytesPerCustomer => System.Runtime.CompilerServices.Unsafe.SizeOf<Shopper>() + sizeof(int);

    /// <summary>The class of a shopper.</summary>
    public ShopperClass ClassOf(in Shopper shopper) => model.Classes[shopper.Class];

    /// <summary>The state of a shopper.</summary>
    public ref Shopper ShopperOf(int customer) => ref blocks[customer / BlockSize].Shoppers[customer % BlockSize];

    public void Step(int block, int day, EventSink sink)
    {
        var shoppers = blocks[block];
        if (day == 0 && !ordersOnly)
        {
            Introduce(shoppers, sink);
        }

        var dayEnd = (day + 1) * SimulationTime.Day;
        for (var i = 0; i < shoppers.Due.Length; i++)
        {
            if (shoppers.Due[i] > day)
            {
                continue;
            }

            ref var shopper = ref shoppers.Shoppers[i];
            while (shopper.NextPurchase < dayEnd)
            {
                Buy(shoppers, i, ref shopper, sink);
            }

            var visits = !ordersOnly && !sink.Silent;
            while (visits && shopper.NextVisit < dayEnd)
            {
                Visit(shoppers.First + i, ref shopper, sink);
            }

            shoppers.Due[i] = DueDay(visits ? Math.Min(shopper.NextPurchase, shopper.NextVisit) : shopper.NextPurchase);
        }

        Refund(shoppers, dayEnd, sink);
    }

    public string UserId(int customer) => ShopPayloads.UserId(customer);

    public void WriteUserId(int customer, JsonEncodedText property, Utf8JsonWriter json) => ShopPayloads.WriteUserId(customer, property, json);

    public void WriteBody(in EventRecord record, Utf8JsonWriter json) => payloads.WriteBody(record, json);

    public ulong AnonymousKey(in EventRecord record) => payloads.AnonymousKey(record);

    public CustomerTruth Truth(int customer)
    {
        ref var shopper = ref ShopperOf(customer);
        DateTimeOffset? churnedAt = shopper.DropoutAt < end ? start.AddMilliseconds(shopper.DropoutAt) : null;
        return new CustomerTruth(UserId(customer), ClassOf(shopper).Name, churnedAt, shopper.FutureCents / 100m);
    }

    private static ShopBlock[] CreateBlocks(int customers, ShopperFactory factory)
    {
        var made = new ShopBlock[(customers + BlockSize - 1) / BlockSize];
        for (var block = 0; block < made.Length; block++)
        {
            var first = block * BlockSize;
            made[block] = new ShopBlock(first, Math.Min(BlockSize, customers - first));
            for (var i = 0; i < made[block].Shoppers.Length; i++)
            {
                ref var shopper = ref made[block].Shoppers[i];
                shopper = factory.Create(first + i);
                StopAtDropout(ref shopper);
                made[block].Due[i] = DueDay(Math.Min(shopper.NextPurchase, shopper.NextVisit));
            }
        }

        return made;
    }

    private static int DueDay(long time) => time == long.MaxValue ? int.MaxValue : (int)(time / SimulationTime.Day);

    private static void StopAtDropout(ref Shopper shopper)
    {
        shopper.NextPurchase = shopper.NextPurchase < shopper.DropoutAt ? shopper.NextPurchase : long.MaxValue;
        shopper.NextVisit = shopper.NextVisit < shopper.DropoutAt ? shopper.NextVisit : long.MaxValue;
    }

    /// <summary>In the very first moment the shop's server makes known who its customers are.</summary>
    private void Introduce(ShopBlock shoppers, EventSink sink)
    {
        for (var i = 0; i < shoppers.Shoppers.Length; i++)
        {
            if (shoppers.Shoppers[i].FirstPurchase < 0)
            {
                sink.Begin(shoppers.First + i, step: 0, ShopScript.ReturnSequence);
                var detail = keys.Key(StreamPurpose.EventDetail, shoppers.First + i);
                sink.Add(0, ShopCall.Identify, detail, CallFlags.Server);
            }
        }
    }

    private void Buy(ShopBlock shoppers, int index, ref Shopper shopper, EventSink sink)
    {
        var customer = shoppers.First + index;
        var kind = ClassOf(shopper);
        var clock = clocks[kind.BuysGifts ? 1 : 0];
        var time = shopper.NextPurchase;
        var key = keys.Key(StreamPurpose.Purchase, customer, shopper.Purchases);
        var random = new RandomStream(key);
        if (time >= end && time < end + (SimulationTime.ContinuationDays * SimulationTime.Day))
        {
            shopper.FutureCents += OrderCents(shopper, kind, ShopScript.BasketKey(key));
        }

        if (!sink.Silent)
        {
            PlanReturn(shoppers, customer, shopper.Purchases, time, kind, key);
            script.Buy(customer, shopper, key, ordersOnly, sink);
        }

        shopper.NextPurchase = clock.Instant(clock.OperationalDays(time) + random.Exponential(shopper.PurchaseRate));
        shopper.Purchases++;
        StopAtDropout(ref shopper);
    }

    /// <summary>Decides whether the order comes back, from a stream of its own: nothing else may depend on somebody watching.</summary>
    private static void PlanReturn(ShopBlock shoppers, int customer, int purchase, long time, ShopperClass kind, ulong purchaseKey)
    {
        var random = new RandomStream(SplitMix64.Combine(purchaseKey, 9));
        if (random.Chance(kind.ReturnProbability))
        {
            var due = time + SimulationTime.Day + (long)(random.Gamma(2, 2 / 9.0) * SimulationTime.Day);
            shoppers.Returns.Enqueue(new PendingReturn(customer, purchase, due), (due, customer, purchase));
        }
    }

    private void Visit(int customer, ref Shopper shopper, EventSink sink)
    {
        var kind = ClassOf(shopper);
        var clock = clocks[kind.BuysGifts ? 1 : 0];
        var time = shopper.NextVisit;
        var key = keys.Key(StreamPurpose.Visit, customer, shopper.Visits);
        var random = new RandomStream(key);
        script.Visit(customer, shopper, key, time, sink);
        shopper.NextVisit = clock.Instant(clock.OperationalDays(time) + random.Exponential(shopper.PurchaseRate * kind.VisitsPerPurchase));
        shopper.Visits++;
        StopAtDropout(ref shopper);
    }

    private void Refund(ShopBlock shoppers, long before, EventSink sink)
    {
        while (shoppers.Returns.TryPeek(out var parcel, out _) && parcel.Time < before)
        {
            shoppers.Returns.Dequeue();
            sink.Begin(parcel.Customer, parcel.Purchase, ShopScript.ReturnSequence + 1);
            var key = keys.Key(StreamPurpose.Purchase, parcel.Customer, parcel.Purchase);
            sink.Add(parcel.Time, ShopCall.OrderRefunded, ShopScript.BasketKey(key), CallFlags.Server, a: parcel.Purchase);
        }
    }

    private static long OrderCents(in Shopper shopper, ShopperClass kind, ulong basketKey)
    {
        Span<BasketLine> lines = stackalloc BasketLine[Basket.MaxLines];
        var count = Basket.Fill(shopper, kind, basketKey, lines);
        var cents = 0L;
        foreach (var line in lines[..count])
        {
            cents += line.Cents;
        }

        return cents;
    }
}
