using MediatR;
using Sendra.Domain.EventSources.Presets;

namespace Sendra.Application.EventSources.ListPresets;

/// <summary>Lists the presets (S8).</summary>
public sealed record ListPresetsQuery : IRequest<IReadOnlyList<EventSourcePreset>>;
