namespace Tessera.Server.Segments.Library;

/// <summary>How much there must be of something for a segment of it to say anything. Workspaces with a handful of customers are being tried out: there, anything will do.</summary>
internal static class LibraryBounds
{
    /// <summary>From how many customers on there must be more than one of something.</summary>
    public const long Customers = 50;

    /// <summary>How often an event must have happened.</summary>
    public const long Events = 10;

    /// <summary>Which part of the customers must have a trait.</summary>
    public const double Traits = 0.02;

    /// <summary>How many customers must have bought for the top fifth of them to be one.</summary>
    public const long Buyers = 25;
}
