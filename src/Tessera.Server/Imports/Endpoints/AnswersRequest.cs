namespace Tessera.Server.Imports.Endpoints;

/// <summary>Answers to the questions of an import.</summary>
/// <param name="Answers">Question id → the value of an option: <c>{ "dateFormat": "d/m/y" }</c>. Other options and <c>map.</c>targets may be given too.</param>
internal sealed record AnswersRequest(IReadOnlyDictionary<string, string> Answers);
