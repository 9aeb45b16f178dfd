using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources.EditEventSource;

internal sealed class EditEventSourceHandler(
    IRepository<EventSource> sources, IUnitOfWork unitOfWork, IDeliveryList deliveries, ISourceSecrets secrets, TimeProvider clock)
    : IRequestHandler<EditEventSourceCommand, EventSourceResult>
{
    public async Task<EventSourceResult> Handle(EditEventSourceCommand request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.Id), "eventSource", cancellationToken);
        var details = request.Details;
        var now = clock.GetUtcNow();
        source.Edit(
            details.Name!,
            details.Preset ?? source.Preset,
            PayloadMapping.Create(details.Definition),
            Signature(details.Signature, source.Signature),
            details.RetentionDays ?? source.RetentionDays,
            now,
            details.Handshake is { } handshake ? Handshake.Create(handshake) : null);
        if (details.Enabled is { } enabled)
        {
            Switch(source, enabled, now);
        }

        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await deliveries.DescribeAsync(source, secrets, cancellationToken);
    }

    private static void Switch(EventSource source, bool enabled, DateTimeOffset now)
    {
        if (enabled)
        {
            source.Enable(now);
        }
        else
        {
            source.Disable(now);
        }
    }

    private SourceSignature? Signature(SignatureDetails? details, SourceSignature? known)
    {
        if (details is null)
        {
            return null;
        }

        var scheme = SignatureScheme.Create(details.Options);
        return details.Secrets is { } given
            ? new SourceSignature(scheme, [.. given.Select(secret => secrets.Protect(secret!))])
            : new SourceSignature(scheme, KnownSecrets(scheme, known));
    }

    private IReadOnlyList<string> KnownSecrets(SignatureScheme scheme, SourceSignature? known)
    {
        if (known is null or { ProtectedSecrets.Count: 0 } || !scheme.HasSecrets)
        {
            return [];
        }

        return EventSourceDetailsValidator.ProblemsWith(secrets.Reveal(known), scheme).Any()
            ? throw Wrong("The source's secrets don't fit this scheme. Enter new ones.")
            : known.ProtectedSecrets;
    }

    private static ValidationException Wrong(string message) => new([new ValidationFailure("signature.secrets", message)]);
}
