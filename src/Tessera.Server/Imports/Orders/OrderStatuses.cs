using System.Collections.Frozen;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Orders;

/// <summary>Reads the status that a shop gives to an order.</summary>
internal static class OrderStatuses
{
    private static readonly FrozenDictionary<string, OrderOutcome> Known = new Dictionary<OrderOutcome, string[]>
    {
        [OrderOutcome.Stands] =
        [
            "complete", "completed", "paid", "shipped", "shipping", "delivered", "processing", "fulfilled", "unfulfilled", "partial", "partially paid", "partially fulfilled", "partially refunded", "authorized", "authorised",
            "pending", "pending payment", "on hold", "unshipped", "succeeded", "success", "successful", "captured", "closed", "open", "confirmed", "invoiced", "new", "done", "sale", "sold", "ok", "approved", "settled",
            "abgeschlossen", "bezahlt", "versandt", "versendet", "geliefert", "in Bearbeitung", "offen", "terminée", "terminé", "payée", "payé", "expédiée", "expédié", "livrée", "livré", "en cours",
            "completado", "pagado", "enviado", "entregado", "pendiente", "completato", "pagato", "spedito", "consegnato", "voltooid", "betaald", "verzonden", "geleverd",
        ],
        [OrderOutcome.Cancelled] =
        [
            "cancelled", "canceled", "cancelation", "cancellation", "cancel", "void", "voided", "failed", "failure", "declined", "expired", "abandoned", "draft", "rejected", "checkout draft", "trash", "not paid", "unpaid",
            "requires payment method", "blocked", "storniert", "abgebrochen", "abgelehnt", "fehlgeschlagen", "annulliert", "annulée", "annulé", "échouée", "échoué", "refusée", "cancelado", "fallido", "rechazado",
            "annullato", "fallito", "rifiutato", "geannuleerd", "mislukt",
        ],
        [OrderOutcome.Returned] =
        [
            "refunded", "refund", "fully refunded", "returned", "return", "charged back", "chargeback", "reversed", "disputed lost", "erstattet", "retourniert", "zurückgesendet", "Retoure",
            "remboursée", "remboursé", "retournée", "reembolsado", "devuelto", "rimborsato", "reso", "terugbetaald", "geretourneerd",
        ],
    }
        .SelectMany(outcome => outcome.Value.Select(word => (Word: ColumnNames.Normalise(word), Outcome: outcome.Key)))
        .DistinctBy(entry => entry.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Outcome, StringComparer.Ordinal);

    /// <summary>What a status means; null when it is not known, and then the order stands. <c>wc-</c> before it, as WooCommerce writes, does not matter.</summary>
    public static OrderOutcome? Read(string status)
    {
        var word = ColumnNames.Normalise(status);
        return Known.TryGetValue(word, out var outcome) ? outcome
            : word.StartsWith("wc", StringComparison.Ordinal) && Known.TryGetValue(word[2..], out outcome) ? outcome
            : null;
    }
}
