using MediatR;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Events.SendEvent;

/// <summary>"This person did this", as a sender said it: unchecked.</summary>
/// <param name="Email">The person (E1); null when <paramref name="ExternalId"/> finds the contact.</param>
/// <param name="EventName">What was done (E2).</param>
/// <param name="EventProperties">Any JSON value (E3).</param>
/// <param name="ContactProperties">A JSON object with what it says about the person (E4).</param>
/// <param name="OccurredAt">ISO 8601 (E9).</param>
/// <param name="DryRun">True to answer the same and write nothing (E10).</param>
/// <param name="History">True to fill the event in without effect (E12).</param>
/// <param name="Key">What makes a repeated request the same one (E8).</param>
/// <param name="ExternalId">The sender's own id of the person (E0).</param>
/// <param name="ClearsExternalId">True when the person is to lose it.</param>
/// <param name="ContactId">The contact that must have <paramref name="Email"/>; null when any will do.</param>
/// <param name="Client">The other product whose client sent it, or null.</param>
public sealed record SendEventCommand(
    string? Email,
    string? EventName,
    RawJson? EventProperties = null,
    RawJson? ContactProperties = null,
    string? OccurredAt = null,
    bool DryRun = false,
    bool History = false,
    IdempotencyKey? Key = null,
    string? ExternalId = null,
    bool ClearsExternalId = false,
    ContactId? ContactId = null,
    EventClient? Client = null) : IRequest<SendEventResult>;
