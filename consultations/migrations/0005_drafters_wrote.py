from django.db import migrations


def drafters_wrote(apps, schema_editor):
    """Who drafted wrote: of earlier hands nothing is known."""
    for response in apps.get_model("consultations", "Response").objects.all():
        response.writers.add(response.drafted_by_id)


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0004_who_wrote_and_who_let_on'),
    ]

    operations = [
        migrations.RunPython(drafters_wrote, migrations.RunPython.noop),
    ]
