using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Configurations;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>The answers to requests with an idempotency key.</summary>
internal static class AnswerSql
{
    public static readonly RowStatement<(WorkspaceId WorkspaceId, string Key)> SelectAnswers = new(
        """
        SELECT k.workspace_id, k.request_key, k.body_hash, k.answer, k.created_at
        FROM {rows}
        JOIN idempotency_keys k ON k.workspace_id = {workspace} AND k.request_key = r.request_key
        """,
        row => row.WorkspaceId,
        [new("request_key", Kind.Text, row => row.Key, IdempotencyKey.MaxStoredLength)]);

    public static readonly RowStatement<NewAnswer> InsertAnswers = new(
        """
        INSERT INTO idempotency_keys (workspace_id, request_key, body_hash, answer, created_at)
        SELECT {workspace}, r.request_key, r.body_hash, r.answer, r.created_at
        FROM {rows}
        """,
        row => row.WorkspaceId,
        new("request_key", Kind.Text, row => row.Key, IdempotencyKey.MaxStoredLength),
        new("body_hash", Kind.Bytes, row => row.First.BodyHash, IdempotencyRecordConfiguration.BodyHashLength),
        new("answer", Kind.Bytes, row => AnswerJson.Write(row.First.Answer)),
        new("created_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.First.CreatedAt)));

    public static readonly RowStatement<NewAnswer> RenewAnswers = new(
        """
        UPDATE idempotency_keys
        SET body_hash = r.body_hash, answer = r.answer, created_at = r.created_at
        FROM {rows}
        WHERE idempotency_keys.workspace_id = {workspace} AND idempotency_keys.request_key = r.request_key
            AND idempotency_keys.created_at = r.expired_at
        """,
        row => row.WorkspaceId,
        new("request_key", Kind.Text, row => row.Key, IdempotencyKey.MaxStoredLength),
        new("body_hash", Kind.Bytes, row => row.First.BodyHash, IdempotencyRecordConfiguration.BodyHashLength),
        new("answer", Kind.Bytes, row => AnswerJson.Write(row.First.Answer)),
        new("created_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.First.CreatedAt)),
        new("expired_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.ExpiredAt)));

    public static FirstAnswer ReadAnswer(RowReader row) =>
        new(row.BytesOrNull(2), AnswerJson.Read(row.BytesOrNull(3)!), UnixMicrosecondsConverter.ToTime(row.LongOrNull(4)!.Value));
}
