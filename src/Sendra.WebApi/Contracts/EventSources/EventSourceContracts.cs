using System.Text;
using System.Text.Unicode;
using Sendra.Application.EventSources;
using Sendra.Application.EventSources.GetDelivery;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Application.EventSources.PreviewMapping;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Presets;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>Maps between the contracts of event sources and their use cases.</summary>
internal static class EventSourceContracts
{
    private const string Mask = "***";

    private static readonly Dictionary<string, string> NoProperties = [];

    public static EventSourceDetails ToDetails(this EventSourceRequest request) => new(
        request.Name,
        request.Preset,
        request.Enabled,
        request.EmailPath,
        request.EventName?.ToDetails(),
        request.PropertiesPath,
        request.ContactProperties,
        request.DeliveryIdPath,
        request.Signature?.ToDetails(),
        request.ExternalIdPath,
        request.RetentionDays,
        request.ItemsPath,
        request.BodyPath,
        request.Handshake is { } handshake
            ? new HandshakeOptions(handshake.Type)
            {
                Parameter = handshake.Parameter,
                Field = handshake.Field,
                Header = handshake.Header,
                PublicKey = handshake.PublicKey,
                As = handshake.As,
                ResponseField = handshake.ResponseField,
                Requires = handshake.Requires,
            }
            : null);

    public static PreviewMappingQuery ToQuery(this PreviewRequest request, EventSourceId? sourceId) => new(
        sourceId,
        request.Payload,
        request.Headers,
        request.Mapping is { } mapping
            ? new EventSourceDetails(
                null,
                null,
                null,
                mapping.EmailPath,
                mapping.EventName?.ToDetails(),
                mapping.PropertiesPath,
                mapping.ContactProperties,
                mapping.DeliveryIdPath,
                null,
                mapping.ExternalIdPath,
                null,
                mapping.ItemsPath,
                mapping.BodyPath,
                null).Definition
            : null);

    /// <param name="source">The source.</param>
    /// <param name="urlOf">Its URL; null where secrets are not for the caller.</param>
    public static EventSourceResponse ToResponse(this EventSourceResult source, Func<string, string>? urlOf) => new(
        source.Id,
        urlOf?.Invoke(source.Token),
        source.Kind,
        source.Name,
        source.Preset,
        source.Enabled,
        source.Mapping.EmailPath,
        source.Mapping.ExternalIdPath,
        NameOf(source.Mapping),
        source.Mapping.PropertiesPath,
        source.Mapping.ContactProperties ?? NoProperties,
        source.Mapping.DeliveryIdPath,
        source.Signature is { } signature ? ToResponse(signature, source.SecretCount) : null,
        source.Mapping.ItemsPath,
        source.Mapping.BodyPath,
        source.Handshake?.ToContract(masked: urlOf is null),
        source.Feedback,
        source.RetentionDays,
        source.Traffic.Counts,
        source.Traffic.LastDay,
        source.Traffic.LastDeliveryAt,
        source.CreatedAt,
        source.UpdatedAt,
        source.CreatedBy);

    public static PresetResponse ToResponse(this EventSourcePreset preset) => new(
        preset.Id,
        preset.Name,
        preset.Description,
        preset.Hint,
        preset.DocsUrl,
        preset.Mapping.EmailPath,
        NameOf(preset.Mapping),
        preset.Mapping.PropertiesPath,
        preset.Mapping.ContactProperties ?? NoProperties,
        preset.Mapping.DeliveryIdPath,
        preset.Mapping.ItemsPath,
        preset.Mapping.BodyPath,
        preset.Signature?.Scheme,
        preset.Signature is { } signature ? ToResponse(signature, 0) : null,
        preset.Handshake?.ToContract(),
        preset.Feedback?.Provider,
        new SampleContract(preset.Sample.Payload, preset.Sample.Headers));

    public static PreviewResponse ToResponse(this PreviewResult preview) => new(
        preview.Mapped is { } mapped
            ? new MappedResponse(
                mapped.Person.Email?.Value,
                mapped.Person.ExternalId?.Value,
                mapped.EventName.Value,
                mapped.Properties,
                mapped.ContactProperties,
                preview.DeliveryId,
                mapped.Warnings)
            : null,
        preview.EmailCandidates)
    {
        Code = preview.Skip?.Code,
        Reason = preview.Skip?.Message,
        ItemCount = preview.ItemCount,
    };

    public static DeliveryOutcomeResponse ToResponse(this DeliveryOutcome outcome) => new(outcome.Status)
    {
        EventId = outcome.EventId,
        Enrolled = outcome.Enrolled,
        Exited = outcome.Exited,
        Woken = outcome.Woken,
        Code = outcome.Code,
        Reason = outcome.Reason,
        Processed = outcome.Items?.Count(item => item.Status == DeliveryStatus.Processed),
        Skipped = outcome.Items?.Count(item => item.Status == DeliveryStatus.Skipped),
        Items = ItemResult.From(outcome.Items),
    };

    public static TestDeliveryResponse ToTestResponse(this WebhookAnswer answer) =>
        new(answer.Outcome!.Id, answer.Outcome.ToResponse(), answer.Handshake?.Body);

    public static DeliveryDetailsResponse ToResponse(this DeliveryDetails details)
    {
        var item = details.Item;
        var isText = details.Payload is null || Utf8.IsValid(details.Payload);
        return new(
            item.Id,
            item.SourceId,
            item.ReceivedAt,
            item.Status,
            item.Code,
            item.Reason,
            item.EventId,
            item.DeliveryId,
            item.ReplayedAt,
            item.Items,
            details.ContentType,
            details.Headers,
            details.Payload is not { } payload ? null : isText ? Encoding.UTF8.GetString(payload) : Convert.ToBase64String(payload),
            isText ? PayloadEncoding.Text : PayloadEncoding.Base64);
    }

    private static EventNameDetails ToDetails(this EventNameContract name) => new(name.Fixed, name.Path, name.Map, name.Prefix, name.Only, name.KeepName);

    private static EventNameContract NameOf(MappingDefinition mapping) => new()
    {
        Fixed = mapping.EventName,
        Path = mapping.EventNamePath,
        Map = mapping.EventNameMap?.ToDictionary(name => name.Key, name => (string?)name.Value),
        Prefix = mapping.EventNamePrefix,
        Only = mapping.EventNameOnly,
        KeepName = mapping.KeepName,
    };

    private static SignatureResponse ToResponse(SignatureOptions signature, int secretCount) => new(signature.Scheme!, secretCount)
    {
        Header = signature.Header,
        Encoding = signature.Encoding,
        Prefix = signature.Prefix,
        Part = signature.Part,
        Field = signature.Field,
        Algorithm = signature.Algorithm,
        Signed = signature.Signed,
        Timestamp = signature.Timestamp,
        Tolerance = signature.Tolerance,
        User = signature.User,
        Topic = signature.Topic,
        PublicKeys = signature.PublicKeys,
    };

    private static SignatureDetails ToDetails(this SignatureRequest signature) => new(
        new SignatureOptions(signature.Scheme, signature.Header, signature.Encoding, signature.Prefix)
        {
            Part = signature.Part,
            Field = signature.Field,
            Algorithm = signature.Algorithm,
            Signed = signature.Signed,
            Timestamp = signature.Timestamp,
            Tolerance = signature.Tolerance,
            User = signature.User,
            Topic = signature.Topic,
            PublicKeys = signature.PublicKeys,
        },
        signature.Secrets);

    private static HandshakeContract ToContract(this HandshakeOptions handshake, bool masked = false) => new()
    {
        Type = handshake.Type,
        Parameter = handshake.Parameter,
        Field = handshake.Field,
        Header = handshake.Header,
        PublicKey = handshake.PublicKey,
        As = handshake.As,
        ResponseField = handshake.ResponseField,
        Requires = masked ? handshake.Requires?.ToDictionary(required => required.Key, _ => Mask) : handshake.Requires,
    };
}
