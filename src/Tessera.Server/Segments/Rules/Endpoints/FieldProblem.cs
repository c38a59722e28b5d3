namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>Something that is wrong with a segment besides its definition.</summary>
/// <param name="Field"><c>key</c>, <c>name</c> or <c>description</c>.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record FieldProblem(string Field, string Code, string Message);
