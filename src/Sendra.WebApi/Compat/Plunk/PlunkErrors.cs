using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Compat.Plunk;

internal sealed class PlunkErrors : IErrorForm
{
    public PathString Path => PlunkController.Path;

    public Type Body => typeof(PlunkError);

    public object Write(Problem problem, HttpResponse response) =>
        new PlunkError(problem.Status, problem.Title, problem.Words(("eventName", "event"), ("eventProperties", "data")));
}
