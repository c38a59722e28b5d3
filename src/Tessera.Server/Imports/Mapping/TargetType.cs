namespace Tessera.Server.Imports.Mapping;

/// <summary>What kind of values a target takes.</summary>
internal enum TargetType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A text that names the same thing wherever it occurs: an order, a customer, a product.</summary>
    Id,

    /// <summary>An exact number.</summary>
    Number,

    /// <summary>An instant.</summary>
    Time,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A currency's code or sign.</summary>
    Currency,
}
