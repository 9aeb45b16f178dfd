using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.PreviewMapping;

/// <summary>Shows what a mapping would read from a delivery. Writes nothing (S9).</summary>
/// <param name="SourceId">The source whose mapping to use if none is given; null before a source is saved.</param>
/// <param name="Payload">The body: a JSON value, or a JSON string with the raw body.</param>
/// <param name="Headers">The request's headers.</param>
/// <param name="Mapping">The mapping to try instead of the saved one.</param>
public sealed record PreviewMappingQuery(
    EventSourceId? SourceId, RawJson? Payload, IReadOnlyDictionary<string, string?>? Headers, MappingDefinition? Mapping) : IRequest<PreviewResult>;
