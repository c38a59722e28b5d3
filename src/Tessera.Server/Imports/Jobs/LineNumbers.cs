namespace Tessera.Server.Imports.Jobs;

/// <summary>How far the identical lines of orders are numbered when they are staged.</summary>
internal enum LineNumbers
{
    /// <summary>Not rightly: the lines of an order are spread over the file, or there are too many orders to be sure.</summary>
    Missing,

    /// <summary>By the source itself, which may repeat lines with their numbers.</summary>
    Stated,

    /// <summary>As they are to be stored, each line once.</summary>
    Final,
}
