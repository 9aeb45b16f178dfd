using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.GetVersion;

internal sealed class GetVersionHandler(IAutomationVersions versions) : IRequestHandler<GetVersionQuery, VersionResult>
{
    public async Task<VersionResult> Handle(GetVersionQuery request, CancellationToken cancellationToken) =>
        await versions.FindAsync(request.AutomationId, request.Version, cancellationToken) ?? throw new NotFoundException("version");
}
