using MediatR;
using Sendra.Domain.EventSources.Presets;

namespace Sendra.Application.EventSources.ListPresets;

internal sealed class ListPresetsHandler : IRequestHandler<ListPresetsQuery, IReadOnlyList<EventSourcePreset>>
{
    public Task<IReadOnlyList<EventSourcePreset>> Handle(ListPresetsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(EventSourcePresets.All);
}
