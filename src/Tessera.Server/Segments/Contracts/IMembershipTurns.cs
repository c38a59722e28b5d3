namespace Tessera.Server.Segments.Contracts;

/// <summary>Lets others delete what the engine keeps of membership while nobody is about to put it there.</summary>
/// <remarks>Who needs both takes them in this order.</remarks>
internal interface IMembershipTurns
{
    /// <summary>Works while segments are not evaluated: one evaluation is waited for, minutes at most, and the next begins afterwards.</summary>
    Task BetweenEvaluationsAsync(Func<Task> work, CancellationToken cancellationToken);

    /// <summary>Works while nobody records changes in the engine; what was found before is there when it begins.</summary>
    Task BetweenRecordingsAsync(Func<Task> work, CancellationToken cancellationToken);
}
