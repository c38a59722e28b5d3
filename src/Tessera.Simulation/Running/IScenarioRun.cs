using System.Text.Json;

namespace Tessera.Simulation.Running;

/// <summary>
/// One run of a scenario: the state of all its customers, moved forward a day at a time. Customers are split into blocks that
/// never touch each other's state, so that blocks may be stepped at the same time.
/// </summary>
internal interface IScenarioRun
{
    /// <summary>How many blocks there are.</summary>
    int Blocks { get; }

    /// <summary>The shape of each kind of call, by <see cref="EventRecord.Kind"/>.</summary>
    IReadOnlyList<CallShape> Shapes { get; }

    /// <summary>
    /// Moves the customers of a block through one day. Days come in order, from −1 (the day before the first observed one, for
    /// those whose local day reaches into it) on. A day's calls lie within 13 hours before and 14 hours after that UTC day.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="day">The day, counted from the first observed one.</param>
    /// <param name="sink">Takes the calls; may be silent, which changes nothing but that no calls are needed.</param>
    void Step(int block, int day, EventSink sink);

    /// <summary>The customer's id, as in the calls.</summary>
    string UserId(int customer);

    /// <summary>Writes the customer's id as a JSON property.</summary>
    void WriteUserId(int customer, JsonEncodedText property, Utf8JsonWriter json);

    /// <summary>Writes properties or traits, and the context, into the open JSON object of the call.</summary>
    void WriteBody(in EventRecord record, Utf8JsonWriter json);

    /// <summary>The key from which the anonymous id of the call is made, or 0 when the call carries none.</summary>
    ulong AnonymousKey(in EventRecord record);

    /// <summary>The truth about a customer, after the last day.</summary>
    CustomerTruth Truth(int customer);

    /// <summary>An upper bound of the state kept per customer, in bytes.</summary>
    int BytesPerCustomer { get; }
}
