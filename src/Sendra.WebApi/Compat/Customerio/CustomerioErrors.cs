using Sendra.Domain.EventPatterns;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Compat.Customerio;

internal sealed class CustomerioErrors : IErrorForm
{
    public PathString Path => CustomerioController.Path;

    public Type Body => typeof(CustomerioError);

    public object Write(Problem problem, HttpResponse response)
    {
        if (problem.Code == SchemaViolation.Code)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return new CustomerioError(new CustomerioErrorMeta(problem.Words(("eventName", "name"), ("eventProperties", "data"), ("externalId", "id"))));
    }
}
