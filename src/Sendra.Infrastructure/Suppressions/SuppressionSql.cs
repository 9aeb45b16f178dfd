using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Suppressions;

/// <summary>The statements that suppress addresses and look them up.</summary>
internal static class SuppressionSql
{
    public static readonly RowStatement<(WorkspaceId WorkspaceId, AddressHash AddressHash)> SelectSuppressions = new(
        """
        SELECT s.workspace_id, s.address_hash, s.scope, s.origin
        FROM {rows}
        JOIN suppressions s ON s.workspace_id = {workspace} AND s.address_hash = r.address_hash
        """,
        row => row.WorkspaceId,
        [new("address_hash", Kind.Id, row => row.AddressHash)]);

    // What suppresses more replaces what suppresses less, and nothing else (M3). Written so that no index of scopes looks as good as the key.
    public static readonly RowStatement<Suppression> WidenSuppressions = new(
        """
        UPDATE suppressions
        SET id = r.id, scope = r.scope, origin = r.origin, message_id = r.message_id
        FROM {rows}
        WHERE suppressions.workspace_id = {workspace} AND suppressions.address_hash = r.address_hash AND suppressions.scope + 0 < r.scope
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("id", Kind.Id, row => row.Id),
        new("scope", Kind.Int, row => (int)row.Scope),
        new("origin", Kind.Int, row => (int)row.Origin),
        new("message_id", Kind.Id, row => row.MessageId));

    // The person's own wish is noted beside whatever else suppresses the address, and the address where only its hash was known.
    public static readonly RowStatement<Suppression> CompleteSuppressions = new(
        """
        UPDATE suppressions
        SET email = COALESCE(suppressions.email, r.email), unsubscribed_at = COALESCE(suppressions.unsubscribed_at, r.unsubscribed_at)
        FROM {rows}
        WHERE suppressions.workspace_id = {workspace} AND suppressions.address_hash = r.address_hash
            AND ((suppressions.email IS NULL AND r.email IS NOT NULL) OR (suppressions.unsubscribed_at IS NULL AND r.unsubscribed_at IS NOT NULL))
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("email", Kind.Text, row => row.Email, EmailAddress.MaxLength),
        new("unsubscribed_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.UnsubscribedAt)));

    // Of two at once one is refused by the key, and then finds the other's row.
    public static readonly RowStatement<Suppression> InsertSuppressions = new(
        """
        INSERT INTO suppressions (workspace_id, address_hash, id, email, scope, origin, unsubscribed_at, message_id)
        SELECT {workspace}, r.address_hash, r.id, r.email, r.scope, r.origin, r.unsubscribed_at, r.message_id
        FROM {rows}
        WHERE NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.workspace_id = {workspace} AND s.address_hash = r.address_hash)
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("id", Kind.Id, row => row.Id),
        new("email", Kind.Text, row => row.Email, EmailAddress.MaxLength),
        new("scope", Kind.Int, row => (int)row.Scope),
        new("origin", Kind.Int, row => (int)row.Origin),
        new("unsubscribed_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.UnsubscribedAt)),
        new("message_id", Kind.Id, row => row.MessageId));
}
