using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Shop;

/// <summary>
/// A latent class of shoppers: the Pareto/NBD model of Schmittlein, Morrison and Colombo (1987), Counting Your Customers: Who
/// Are They and What Will They Do Next?, Management Science 33(1), for when they buy and leave, and the gamma-gamma model of
/// Fader, Hardie and Lee (2005), RFM and CLV: Using Iso-Value Curves, Journal of Marketing Research 42(4), for what they spend.
/// </summary>
internal sealed record ShopperClass
{
    /// <summary>The name, as in the truth.</summary>
    public required string Name { get; init; }

    /// <summary>What these shoppers are like.</summary>
    public required string Description { get; init; }

    /// <summary>The share of newly won customers that are of this class.</summary>
    public required double Share { get; init; }

    /// <summary>Shape r of the gamma distribution of purchase rates.</summary>
    public required double PurchaseShape { get; init; }

    /// <summary>Rate α of the gamma distribution of purchase rates, in weeks: the mean purchase rate is r/α a week.</summary>
    public required double PurchaseRateWeeks { get; init; }

    /// <summary>Shape s of the gamma distribution of dropout rates.</summary>
    public required double DropoutShape { get; init; }

    /// <summary>Rate β of the gamma distribution of dropout rates, in weeks.</summary>
    public required double DropoutRateWeeks { get; init; }

    /// <summary>Shape p of an order's value given the customer.</summary>
    public required double SpendShape { get; init; }

    /// <summary>Shape q of the gamma distribution of the customers' spend parameter ν; above 1. The mean order is pγ/(q − 1).</summary>
    public required double SpendCustomerShape { get; init; }

    /// <summary>Rate γ of the gamma distribution of ν, in the currency.</summary>
    public required double SpendCustomerRate { get; init; }

    /// <summary>Mean number of lines beyond the first in a basket.</summary>
    public required double ExtraLines { get; init; }

    /// <summary>How many items below the dearest affordable one the choice falls on average: small for those who buy single, dear things.</summary>
    public required double Thrift
    {
        get;
        init
        {
            field = value;
            ThriftScale = 1 / PortableMath.Log(value / (1 + value));
        }
    }

    /// <summary>1 / ln(1 − p) of the geometric distribution that <see cref="Thrift"/> is the mean of.</summary>
    public double ThriftScale { get; private init; }

    /// <summary>Sum of the concentrations of the Dirichlet distribution of category preferences: small for one-sided tastes.</summary>
    public required double TasteConcentration { get; init; }

    /// <summary>Visits without purchase, per purchase.</summary>
    public required double VisitsPerPurchase { get; init; }

    /// <summary>The probability that an order is returned, in part or whole.</summary>
    public required double ReturnProbability { get; init; }

    /// <summary>The probability that an order carries a coupon.</summary>
    public required double CouponProbability { get; init; }

    /// <summary>Whether the class buys by the calendar of gifts instead of the calendar of the shop.</summary>
    public bool BuysGifts { get; init; }
}
