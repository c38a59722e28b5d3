using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>What happens on the site during a visit, call by call.</summary>
internal sealed class ShopScript(StreamKeys keys, ShopModel model)
{
    /// <summary>Sequences of visits without purchase, of returns and of guests, apart from those of purchases.</summary>
    public const int VisitSequence = 1024;
    public const int ReturnSequence = 2048;
    public const int GuestSequence = 3072;

    /// <summary>The probability that somebody without an account orders soon after a known shopper did.</summary>
    private const double GuestProbability = 0.03;

    private const double AnonymousVisitProbability = 0.3;

    /// <summary>Nothing is looked at so shortly before leaving for good that it might last beyond it.</summary>
    private const long LongestLook = SimulationTime.Hour;
    private const double AbandonedCartProbability = 0.18;

    /// <summary>The key of a purchase's basket, apart from the stream of the purchase's other decisions.</summary>
    public static ulong BasketKey(ulong purchaseKey) => SplitMix64.Combine(purchaseKey, 7);

    /// <summary>A visit that ends in an order.</summary>
    public void Buy(int customer, in Shopper shopper, ulong key, bool orderOnly, EventSink sink)
    {
        var random = new RandomStream(SplitMix64.Combine(key, 8));
        var ordered = shopper.NextPurchase;
        var basketKey = BasketKey(key);
        sink.Begin(customer, shopper.Purchases);
        var flags = DeviceOf(shopper, ref random);
        if (!orderOnly)
        {
            Shop(shopper, basketKey, flags, ref random, sink);
        }

        sink.Add(ordered, ShopCall.OrderCompleted, basketKey, flags, a: shopper.Purchases);
        AddGuest(customer, shopper, sink);
    }

    /// <summary>A visit that ends without an order, some with a cart left behind.</summary>
    public void Visit(int customer, in Shopper shopper, ulong key, long time, EventSink sink)
    {
        var random = new RandomStream(SplitMix64.Combine(key, 8));
        var kind = model.Classes[shopper.Class];
        sink.Begin(customer, shopper.Visits, VisitSequence);
        var flags = DeviceOf(shopper, ref random);
        flags = WithIdentity(shopper, time, flags) | (random.Chance(AnonymousVisitProbability) ? CallFlags.Anonymous : CallFlags.None);
        sink.Add(time, ShopCall.HomePage, random.NextBits(), flags);
        var views = 1 + random.Poisson(2.5);
        var last = 0;
        for (var view = 0; view < views; view++)
        {
            time += Pause(ref random, 25);
            last = Basket.LookAt(shopper, kind, ref random);
            if (shopper.DropoutAt - time < LongestLook)
            {
                return;
            }

            if (random.Chance(0.35))
            {
                sink.Add(time, ShopCall.ProductListViewed, random.NextBits(), flags, a: Catalogue.Products[last].Category);
                time += Pause(ref random, 15);
            }

            sink.Add(time, ShopCall.ProductViewed, random.NextBits(), flags, a: last, b: view + 1);
        }

        if (random.Chance(AbandonedCartProbability))
        {
            time += Pause(ref random, 30);
            sink.Add(time, ShopCall.ProductAdded, random.NextBits(), flags, a: last, b: 1);
        }
    }

    /// <summary>Everything in a purchase's visit up to the order itself.</summary>
    private void Shop(in Shopper shopper, ulong basketKey, CallFlags flags, ref RandomStream random, EventSink sink)
    {
        Span<BasketLine> lines = stackalloc BasketLine[Basket.MaxLines];
        var count = Basket.Fill(shopper, model.Classes[shopper.Class], basketKey, lines);
        var ordered = shopper.NextPurchase;
        var checkout = ordered - (SimulationTime.Minute * random.NextInt(1, 6)) - random.NextInt(60_000);
        var isFirst = ordered == shopper.FirstPurchase;
        if (isFirst)
        {
            // The account is made during the first checkout; nothing of it may fall before the observed days.
            sink.Add(Math.Max(0, checkout + (SimulationTime.Second * 40)), ShopCall.Identify, random.NextBits(), flags);
        }

        sink.Add(checkout, ShopCall.CheckoutStarted, basketKey, WithIdentity(shopper, checkout, flags), a: shopper.Purchases);
        var time = checkout - Pause(ref random, 20);
        sink.Add(time, ShopCall.CartViewed, basketKey, WithIdentity(shopper, time, flags), a: shopper.Purchases);
        for (var i = count - 1; i >= 0; i--)
        {
            time -= Pause(ref random, 15);
            sink.Add(time, ShopCall.ProductAdded, random.NextBits(), WithIdentity(shopper, time, flags), a: lines[i].Product, b: lines[i].Quantity);
            time -= Pause(ref random, 35);
            sink.Add(time, ShopCall.ProductViewed, random.NextBits(), WithIdentity(shopper, time, flags), a: lines[i].Product, b: i + 1);
            if (random.Chance(0.4))
            {
                time -= Pause(ref random, 15);
                sink.Add(time, ShopCall.ProductListViewed, random.NextBits(), WithIdentity(shopper, time, flags), a: Catalogue.Products[lines[i].Product].Category);
            }
        }

        time -= Pause(ref random, 20);
        sink.Add(time, ShopCall.HomePage, random.NextBits(), WithIdentity(shopper, time, flags));
    }

    /// <summary>Before the first order the shop does not know who is looking.</summary>
    private static CallFlags WithIdentity(in Shopper shopper, long time, CallFlags flags) =>
        flags | (time < shopper.FirstPurchase ? CallFlags.Anonymous : CallFlags.None);

    /// <summary>Somebody without an account orders within hours of a known shopper, now and then.</summary>
    private void AddGuest(int customer, in Shopper shopper, EventSink sink)
    {
        var guest = keys.Stream(StreamPurpose.Guest, customer, shopper.Purchases);
        if (guest.Chance(GuestProbability))
        {
            sink.Begin(customer, shopper.Purchases, GuestSequence);
            var time = shopper.NextPurchase + (long)(guest.NextDouble() * 6 * SimulationTime.Hour);
            sink.Add(time, ShopCall.OrderCompleted, guest.NextBits(), CallFlags.Anonymous, a: shopper.Purchases);
        }
    }

    private static CallFlags DeviceOf(in Shopper shopper, ref RandomStream random) =>
        random.NextInt(100) < shopper.MobilePercent ? CallFlags.Mobile : CallFlags.None;

    private static long Pause(ref RandomStream random, double meanSeconds) =>
        SimulationTime.Second + (long)(random.Exponential(1 / meanSeconds) * SimulationTime.Second);
}
