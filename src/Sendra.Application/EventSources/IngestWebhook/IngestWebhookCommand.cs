using MediatR;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>Receives a request to a source's URL, whatever it contains (S5).</summary>
/// <param name="Token">The last part of the URL; null when it can't be a token.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Query">The parameters of the URL, which some senders ask a question by (S14).</param>
/// <param name="Url">The whole URL that was called, as the sender knows it; some senders sign it.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Headers">All headers.</param>
/// <param name="ReadBody">Reads the raw bytes; null when they are more than <see cref="Payload.MaxBytes"/>. Called only if a source accepts them.</param>
/// <param name="IsTest">A member of the workspace sends it in the sender's place, and can't sign as the sender does: no signature is asked for.</param>
public sealed record IngestWebhookCommand(
    WebhookToken? Token, string Method, IReadOnlyDictionary<string, string> Query, string Url, string? ContentType, RequestHeaders Headers, Func<Task<byte[]?>> ReadBody, bool IsTest = false)
    : IRequest<WebhookAnswer>;
