; Offers the app among "Open with" of .yaml files: Windows knows no ending with two dots, and whatever opens .yaml stays as it is.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\TriggerLab.Scenario" "" "Trigger Lab scenario"
  WriteRegStr SHCTX "Software\Classes\TriggerLab.Scenario\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHCTX "Software\Classes\TriggerLab.Scenario\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHCTX "Software\Classes\.yaml\OpenWithProgids" "TriggerLab.Scenario" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHCTX "Software\Classes\.yaml\OpenWithProgids" "TriggerLab.Scenario"
  DeleteRegKey SHCTX "Software\Classes\TriggerLab.Scenario"
!macroend
