using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>What one customer bought and did.</summary>
internal static class ProfileActivityEndpoints
{
    private const int DefaultLimit = 25;
    private const int LargestLimit = 500;

    public static void Map(IEndpointRouteBuilder profiles)
    {
        profiles.MapGet("/{id:guid}/orders", OrdersAsync)
            .WithName("listProfileOrders")
            .WithSummary("A customer's orders with their lines, newest first.")
            .WithProblems(StatusCodes.Status400BadRequest);
        profiles.MapGet("/{id:guid}/events", EventsAsync)
            .WithName("listProfileEvents")
            .WithSummary("What a customer did, newest first.")
            .WithProblems(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<OrderList>, ProblemResult>> OrdersAsync(
        Guid id, int? limit, string? cursor, CurrentWorkspace workspace, ProfileQueries queries, CancellationToken cancellationToken)
    {
        if (await RefuseAsync<OrderCursor>(id, limit, cursor, workspace, queries, cancellationToken) is { } problem)
        {
            return new ProblemResult(problem);
        }

        var size = limit ?? DefaultLimit;
        var found = await queries.OrdersAsync(workspace.Key, id, After<OrderCursor>(cursor), size + 1, cancellationToken);
        var page = found.Take(size).ToList();
        var next = found.Count > size ? OpaqueCursor.Write(new OrderCursor(page[^1].OrderedAt, page[^1].OrderId)) : null;
        return TypedResults.Ok(new OrderList(page.ConvertAll(Order), next));
    }

    private static async Task<Results<Ok<EventList>, ProblemResult>> EventsAsync(
        Guid id, int? limit, string? cursor, CurrentWorkspace workspace, ProfileQueries queries, CancellationToken cancellationToken)
    {
        if (await RefuseAsync<EventCursor>(id, limit, cursor, workspace, queries, cancellationToken) is { } problem)
        {
            return new ProblemResult(problem);
        }

        var nodes = await queries.NodesAsync(id, cancellationToken);
        return TypedResults.Ok(await EventPageAsync(workspace.Key, nodes, After<EventCursor>(cursor), limit ?? DefaultLimit, queries, cancellationToken));
    }

    /// <summary>A page of what some customers did, newest first.</summary>
    public static async Task<EventList> EventPageAsync(
        WorkspaceKey workspace, IReadOnlyCollection<Guid> nodes, EventCursor? after, int limit, ProfileQueries queries, CancellationToken cancellationToken)
    {
        var found = await queries.EventsAsync(workspace, nodes, after, limit + 1, cancellationToken);
        var page = found.Take(limit).ToList();
        var next = found.Count > limit ? OpaqueCursor.Write(new EventCursor(page[^1].Time, page[^1].MessageId)) : null;
        return new EventList(page.ConvertAll(Event), next);
    }

    private static async Task<Problem?> RefuseAsync<TCursor>(
        Guid id, int? limit, string? cursor, CurrentWorkspace workspace, ProfileQueries queries, CancellationToken cancellationToken)
        where TCursor : class
    {
        if (limit is < 1 or > LargestLimit)
        {
            return PagingProblems.LimitInvalid(limit, LargestLimit);
        }

        if (!string.IsNullOrEmpty(cursor) && !OpaqueCursor.TryRead<TCursor>(cursor, out _))
        {
            return PagingProblems.CursorInvalid();
        }

        return await queries.FindAsync(workspace.Key, id, cancellationToken) is null ? ProfileProblems.NotFound(id.ToString()) : null;
    }

    private static TCursor? After<TCursor>(string? cursor)
        where TCursor : class => !string.IsNullOrEmpty(cursor) && OpaqueCursor.TryRead<TCursor>(cursor, out var after) ? after : null;

    private static OrderView Order(OrderRow row) => new(
        row.OrderId,
        row.OrderedAt,
        Status(row),
        row.OrderAmount.Plain(),
        row.OrderQuantity.Plain(),
        row.OrderCurrency,
        [.. row.Lines.Select(line => new OrderLineView(line.Sku, line.Description, line.Quantity.Plain(), line.UnitPrice.Plain(), line.Amount.Plain(), line.Kind))]);

    private static OrderStatus Status(OrderRow row) => row switch
    {
        { Sold: > 0, GivenBack: 0 } => OrderStatus.Completed,
        { Sold: > 0 } => row.GivenBack >= row.Sold ? OrderStatus.Returned : OrderStatus.PartlyReturned,
        { CancelledLines: > 0 } => OrderStatus.Cancelled,
        { ReturnedLines: > 0 } => OrderStatus.Returned,
        _ => OrderStatus.Completed,
    };

    private static EventView Event(EventRow row) =>
        new(row.MessageId, row.Type, row.Name, row.Time, JsonObjectText.Read(row.Properties), JsonObjectText.Read(row.Context));
}
