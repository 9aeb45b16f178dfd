using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.DeclareCustomField;

internal sealed class DeclareCustomFieldHandler(
    IRepository<CustomField> fields, IUnitOfWork unitOfWork, IWorkspaceContext workspace, TimeProvider clock)
    : IRequestHandler<DeclareCustomFieldCommand, Declared<CustomFieldResult>>
{
    public async Task<Declared<CustomFieldResult>> Handle(DeclareCustomFieldCommand request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, cancellationToken) is { } existing)
        {
            return existing;
        }

        var field = CustomField.Declare(workspace.WorkspaceId, request.Name!, request.Type!.Value, clock.GetUtcNow());
        fields.Add(field);
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
        {
            if (await FindAsync(request, cancellationToken) is { } first)
            {
                return first;
            }

            throw;
        }

        return new Declared<CustomFieldResult>(CustomFieldResult.From(field), IsNew: true);
    }

    private async Task<Declared<CustomFieldResult>?> FindAsync(DeclareCustomFieldCommand request, CancellationToken cancellationToken) =>
        await fields.FirstOrDefaultAsync(CustomFieldSpec.Named(request.Name!), cancellationToken) switch
        {
            null => null,
            { } field when field.Type == request.Type => new Declared<CustomFieldResult>(CustomFieldResult.From(field), IsNew: false),
            { } field => throw new ConflictException(
                "customFieldExists", $"{field.Name} is already declared, with type {field.Type.ToString().ToLowerInvariant()}."),
        };
}
