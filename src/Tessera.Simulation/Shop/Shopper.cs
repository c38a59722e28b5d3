using System.Runtime.InteropServices;

namespace Tessera.Simulation.Shop;

/// <summary>The state of one shopper: latent parameters, what is next, and what the truth needs.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Shopper
{
    /// <summary>Purchases per operational day while alive.</summary>
    public double PurchaseRate;

    /// <summary>When the shopper leaves for good; <see cref="long.MaxValue"/> if after the whole simulated time.</summary>
    public long DropoutAt;

    /// <summary>The next purchase; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextPurchase;

    /// <summary>The next visit without purchase; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextVisit;

    /// <summary>Cents paid after the observed days.</summary>
    public long FutureCents;

    /// <summary>Gamma-gamma's ν of this shopper, per cent of the currency (so mean order value in cents is p/ν).</summary>
    public double SpendRate;

    /// <summary>When a new shopper buys for the first time; −1 for those who were customers before.</summary>
    public long FirstPurchase;

    /// <summary>Purchases so far.</summary>
    public int Purchases;

    /// <summary>Visits so far.</summary>
    public int Visits;

    public CategoryTaste Taste;

    /// <summary>Index into the model's classes.</summary>
    public byte Class;

    /// <summary>Favourite style.</summary>
    public byte Style;

    /// <summary>Index into <see cref="People.Places.Countries"/>.</summary>
    public byte Country;

    /// <summary>Index into the campaigns.</summary>
    public byte Campaign;

    /// <summary>Index into the desktop devices.</summary>
    public byte Desktop;

    /// <summary>Index into the mobile devices.</summary>
    public byte Mobile;

    /// <summary>Probability of a mobile visit, in percent.</summary>
    public byte MobilePercent;
}
