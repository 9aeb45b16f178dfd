using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Templates.GetTemplateVersion;

internal sealed class GetTemplateVersionHandler(ITemplateVersions versions) : IRequestHandler<GetTemplateVersionQuery, TemplateVersionResult>
{
    public async Task<TemplateVersionResult> Handle(GetTemplateVersionQuery request, CancellationToken cancellationToken) =>
        await versions.FindAsync(request.TemplateId, request.Version, cancellationToken) ?? throw new NotFoundException("version");
}
