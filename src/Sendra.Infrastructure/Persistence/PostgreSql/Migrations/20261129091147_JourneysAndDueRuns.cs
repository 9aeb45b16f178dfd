using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class JourneysAndDueRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "runs",
                table: "workflow_jobs",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_journeys",
                table: "enrollments",
                columns: new[] { "workspace_id", "ended_at", "id" },
                filter: "ended_at IS NOT NULL AND visit_number > 0");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_next_due",
                table: "enrollments",
                columns: new[] { "due_at", "workspace_id" },
                filter: "due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enrollments_journeys",
                table: "enrollments");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_next_due",
                table: "enrollments");

            migrationBuilder.DropColumn(
                name: "runs",
                table: "workflow_jobs");
        }
    }
}
